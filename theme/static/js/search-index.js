// What this site asks of Pagefind: hits for a query, and for every facet how many hits each value would give.

export const FACETS = ["topic", "actor", "source", "year"];

// Stands in an element of every clipping: searching for nothing at all would load the whole index.
const EVERYTHING = "zzallzz";

const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };

let opened;

// The bundle lies beside the theme's folder; a relative baseUrl would give wrong addresses, so it is found from here.
function open() {
  opened ??= import(new URL("../../pagefind/pagefind.js", import.meta.url)).then(async (pagefind) => {
    await pagefind.init();
    return { pagefind, totals: await pagefind.filters() };
  });
  return opened;
}

// Values of one facet are joined by OR, facets by AND.
function filtersOf(chosen, without) {
  const active = FACETS.filter((facet) => facet !== without && chosen[facet].length);
  return Object.fromEntries(active.map((facet) => [facet, { any: chosen[facet] }]));
}

// Return {hits, counts}; a hit's data() gives title, url, excerpt. Without words or facets there are counts alone.
export async function ask({ words, chosen, sort }) {
  const { pagefind, totals } = await open();
  const active = FACETS.filter((facet) => chosen[facet].length);
  if (!words && !active.length) return { hits: [], counts: totals };
  const term = words || EVERYTHING;
  const options = { sort: SORTS[sort] ?? (words ? {} : SORTS.newest) };
  // A facet's own choice must not hide its other values: it is counted as if nothing were chosen in it.
  const [found, ...alone] = await Promise.all([
    pagefind.search(term, { ...options, filters: filtersOf(chosen) }),
    ...active.map((facet) => pagefind.search(term, { filters: filtersOf(chosen, facet) })),
  ]);
  const counts = { ...found.filters };
  active.forEach((facet, at) => (counts[facet] = alone[at].filters[facet]));
  return { hits: found.results, counts };
}

// Return the words of a query that do find something when they stand alone, with how much.
export async function alone(words) {
  const { pagefind } = await open();
  const parts = [...new Set(words.replaceAll('"', " ").split(/\s+/).filter((part) => part.length > 2))].slice(0, 6);
  if (parts.length < 2) return [];
  const found = await Promise.all(parts.map(async (part) => [part, (await pagefind.search(part)).results.length]));
  return found.filter(([, count]) => count);
}
