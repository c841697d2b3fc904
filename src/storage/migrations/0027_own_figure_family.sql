-- Figures of an agency's own are filters of one list: of the register of directives as before, or of a plan of the year.
alter table own_figure
  add column family text not null default 'directives' check (family in ('directives', 'targets', 'programme', 'drafts')),
  add check (family = 'directives' or dated_by = 'standing');
