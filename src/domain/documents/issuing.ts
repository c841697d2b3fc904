/** What the head of a document says of who issues it. */
export interface Issuing {
  /** The authority above; null where the name does not tell. */
  superior: string | null;
  issuer: string;
  place: string;
}

/** A department of a province or city: «Sở … tỉnh Minh Sơn», «Sở … thành phố Đà Nẵng». */
const ofProvince = /^(?<issuer>(?:Sở|Ban)\s.+?)\s(?<level>tỉnh|thành phố)\s(?<place>\p{Lu}.*)$/u;

/**
 * Issuer, authority above and place from an agency's full name, as its letterhead bears them: the name of the province
 * stands with the people's committee (Nghị định 30/2020/NĐ-CP, Phụ lục I). Another name stands whole, its place left open.
 */
export function issuingOf(agencyName: string): Issuing {
  const { issuer, level, place } = ofProvince.exec(agencyName)?.groups ?? {};
  if (issuer === undefined || place === undefined) return { superior: null, issuer: agencyName, place: '…' };
  return { superior: `UBND ${level} ${place}`, issuer, place };
}
