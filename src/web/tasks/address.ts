import { useNavigate, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { TaskFilter } from '../../domain/tasks/filter.ts';
import { filterOf, searchOf } from '../planning/address.ts';

export const TaskColumns = z.enum(['phase', 'step']);
export const TaskView = z.object({
  view: z.enum(['table', 'board', 'timeline', 'waits']).default('table'),
  by: TaskColumns.default('phase'),
});
export type TaskView = z.infer<typeof TaskView>;

/** Search parameters of a filter in a view; what is usual is left out. */
export const taskSearch = (filter: TaskFilter, view?: Partial<TaskView>): Record<string, string> =>
  searchOf({
    ...filter,
    view: view?.view === 'table' ? undefined : view?.view,
    by: view?.by === 'phase' ? undefined : view?.by,
  });

/** A filter as the doors of the portfolio take it. */
export const taskQuery = ({ late, ...filter }: TaskFilter): z.input<typeof TaskFilter> => ({
  ...filter,
  ...(late !== undefined && { late: String(late) }),
});

/** The filter and the view in the address of the portfolio, and how to change either. */
export function useTaskAddress() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter: TaskFilter = filterOf(TaskFilter, search);
  const view = { ...TaskView.parse({}), ...filterOf(TaskView, search) };
  const to = (next: TaskFilter, part: Partial<TaskView> = {}) => taskSearch(next, { ...view, ...part });
  return {
    filter,
    view,
    to,
    change: (part: Partial<TaskFilter>) =>
      void navigate({ to: '/tasks', search: to({ ...filter, ...part }), replace: true }),
    look: (part: Partial<TaskView>) =>
      void navigate({ to: '/tasks', search: to(filter, part), replace: true }),
  };
}
