const nobody = '00000000-0000-4000-8000-000000000000';

/** A body that each route of assets takes, whoever sends it. */
export const assetBodies = (day: string): Record<string, unknown> => ({
  'asset.count': { on: day, assets: [] },
  'asset.settle': { ids: [nobody], act: 'none', on: day },
  'asset.undo': { facts: [{ id: nobody, factId: nobody }] },
  'asset.report': { directiveId: nobody },
});
