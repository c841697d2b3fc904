/** Reads the texts of a form by the names of its fields, without spaces around them; empty where there is none. */
export const textIn =
  (form: FormData) =>
  (name: string): string =>
    String(form.get(name) ?? '').trim();
