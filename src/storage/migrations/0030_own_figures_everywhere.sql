-- Figures of an agency's own over every list that has a filter: opinions on drafts, questions between units, documents too.
alter table own_figure
  drop constraint own_figure_family_check,
  add constraint own_figure_family_check
    check (family in ('directives', 'targets', 'programme', 'drafts', 'opinions', 'requests', 'documents'));
