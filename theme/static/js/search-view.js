// What a search looks like. Text enters the page as text alone: titles and extracts come from strangers' pages.

const SHOWN = 8; // values of a facet before "more"
const NAMES = { topic: "Topic", actor: "Actor", source: "Source", year: "Year" };

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// Pagefind marks the words it found with <mark> and escapes the rest: only these two are let through. It cuts between
// words: where that is inside a sentence, an ellipsis says so.
function extract(html) {
  const { childNodes, textContent } = new DOMParser().parseFromString(html, "text/html").body;
  const nodes = [...childNodes].map((node) => (node.nodeName === "MARK" ? make("mark", {}, node.textContent) : node.textContent));
  return [/^\s*\p{Ll}/u.test(textContent) ? "…" : "", ...nodes, /[.!?…。]\p{P}?\s*$/u.test(textContent) ? "" : "…"];
}

export function card({ url, meta, excerpt }) {
  const slug = make("p", { class: "slug" }, make("span", { class: "source" }, make("bdi", {}, meta.source ?? "")));
  slug.append(make("span", {}, meta.date ?? "undated"));
  return make(
    "li",
    { class: "card" },
    slug,
    make("h2", { dir: "auto" }, make("a", { href: url }, meta.title)),
    make("p", { class: "excerpt", dir: "auto" }, ...extract(excerpt)),
  );
}

// The values worth showing: chosen ones always, then the most frequent; years from the newest.
function ordered(facet, counts, chosen) {
  const values = new Set([...chosen, ...Object.keys(counts).filter((value) => counts[value])]);
  const byName = (a, b) => (facet === "year" ? b.localeCompare(a) : a.localeCompare(b));
  const rank = (value) => [chosen.includes(value) ? 1 : 0, facet === "year" ? 0 : (counts[value] ?? 0)];
  return [...values].sort((a, b) => {
    const [chosenA, countA] = rank(a);
    const [chosenB, countB] = rank(b);
    return chosenB - chosenA || countB - countA || byName(a, b);
  });
}

export function facet(name, counts, chosen, expanded, { toggle, expand }) {
  const values = ordered(name, counts, chosen);
  if (!values.length) return "";
  const least = expanded ? values.length : Math.max(SHOWN, chosen.length);
  const list = make("ul", { class: "values" });
  for (const value of values.slice(0, least)) {
    const box = make("input", { type: "checkbox", name, value, checked: chosen.includes(value), onchange: toggle });
    const count = make("span", { class: "count" }, String(counts[value] ?? 0));
    list.append(make("li", {}, make("label", {}, box, make("span", {}, make("bdi", {}, value)), count)));
  }
  const rest = values.length - least;
  const more = rest > 0 ? make("button", { type: "button", class: "plainly", onclick: expand }, `${rest} more`) : "";
  return make("fieldset", {}, make("legend", {}, NAMES[name]), list, more);
}

// A kind word where nothing was found: what would find something.
export function nothing({ words, narrowed, parts, indexes, clear }) {
  const ways = make("ul");
  if (narrowed) {
    ways.append(make("li", {}, make("button", { type: "button", class: "plainly", onclick: clear }, "Search without the filters")));
  }
  for (const [part, count] of parts) {
    const address = `?${new URLSearchParams({ q: part })}`;
    ways.append(make("li", {}, "Only ", make("a", { href: address }, part), ` (${count})`));
  }
  ways.append(make("li", {}, "Try fewer or other words, or their beginning: ", make("em", {}, "negotiat"), " finds negotiator and negotiation"));
  ways.append(make("li", {}, "Look through the indexes: ", ...indexes()));
  return make("div", { class: "nothing" }, make("p", {}, words ? `Nothing is filed under “${words}”.` : "Nothing is filed under all of these."), ways);
}
