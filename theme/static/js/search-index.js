// What this site asks of Pagefind: hits for a query, and for every facet how many hits each value would give.

export const FACETS = ["topic", "actor", "source", "year"];

// Stands in an element of every clipping: searching for nothing at all would load the whole index.
const EVERYTHING = "zzallzz";

const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };

// Chinese and Japanese are indexed a character a word (publication/search/spacing.py has the same ones).
const CHARACTER = "[\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
const WORD = "[\\p{L}\\p{N}_]";
const UNSPACED = new RegExp(`(?<=${CHARACTER})(?=${WORD})|(?<=${WORD})(?=${CHARACTER})`, "gu");
const SPACED = new RegExp(`(?<=${CHARACTER}(?:</mark>)?) (?=(?:<mark>)?${CHARACTER})`, "gu");

// A run of such characters is asked for as a phrase: its words must stand side by side.
function termOf(words) {
  const spaced = words.replace(UNSPACED, " ");
  return spaced === words || /[\s"]/.test(words) ? spaced : `"${spaced}"`;
}

// A hit as its page has it.
async function read(hit) {
  const { url, meta, excerpt } = await hit.data();
  return { url, meta: { ...meta, title: meta.title.replace(SPACED, "") }, excerpt: excerpt.replace(SPACED, "") };
}

let opened;

// The bundle lies beside the theme's folder; a relative baseUrl would give wrong addresses, so it is found from here.
function open() {
  opened ??= import(new URL("../../pagefind/pagefind.js", import.meta.url)).then(async (pagefind) => {
    await pagefind.init();
    return { pagefind, totals: await pagefind.filters() };
  });
  return opened;
}

// Values of one facet are joined by OR, facets by AND; actors by AND too where all shall be in one story.
function filtersOf(chosen, together, without) {
  const active = FACETS.filter((facet) => facet !== without && chosen[facet].length);
  const joined = (facet) => (together && facet === "actor" ? "all" : "any");
  return Object.fromEntries(active.map((facet) => [facet, { [joined(facet)]: chosen[facet] }]));
}

// Return {hits, counts}; a hit is a function that loads its url, meta and excerpt. Without words or facets there are counts alone.
export async function ask({ words, chosen, together, sort }) {
  const { pagefind, totals } = await open();
  const active = FACETS.filter((facet) => chosen[facet].length);
  if (!words && !active.length) return { hits: [], counts: totals };
  const term = termOf(words) || EVERYTHING;
  const options = { sort: SORTS[sort] ?? (words ? {} : SORTS.newest) };
  // A facet's own choice must not hide its other values: it is counted as if nothing were chosen in it.
  const wider = active.filter((facet) => !together || facet !== "actor");
  const [found, ...alone] = await Promise.all([
    pagefind.search(term, { ...options, filters: filtersOf(chosen, together) }),
    ...wider.map((facet) => pagefind.search(term, { filters: filtersOf(chosen, together, facet) })),
  ]);
  const counts = { ...found.filters };
  wider.forEach((facet, at) => (counts[facet] = alone[at].filters[facet]));
  return { hits: found.results.map((hit) => () => read(hit)), counts };
}

// Return the words of a query that do find something when they stand alone, with how much.
export async function alone(words) {
  const { pagefind } = await open();
  const parts = [...new Set(words.replaceAll('"', " ").split(/\s+/).filter((part) => part.length > 2))].slice(0, 6);
  if (parts.length < 2) return [];
  const found = await Promise.all(parts.map(async (part) => [part, (await pagefind.search(termOf(part))).results.length]));
  return found.filter(([, count]) => count);
}
