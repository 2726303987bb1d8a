// The search page. Its state is the address and nothing else: ?q=words&actor=a&actor=b&together=yes&year=2025&sort=newest
import { FACETS, alone, ask } from "./search-index.js";
import { card, facet, make, nothing } from "./search-view.js";

const PAGE = 10;
const PAUSE = 250; // milliseconds without a key before a search starts

const at = (id) => document.getElementById(id);
const [desk, box, sort, together, status, panel, list, more] =
  ["desk", "q", "sort", "together", "found", "facets", "results", "more"].map(at);
const expanded = new Set();
let asked = 0;
let timer;

function state() {
  const address = new URLSearchParams(location.search);
  return {
    words: (address.get("q") ?? "").trim(),
    chosen: Object.fromEntries(FACETS.map((name) => [name, address.getAll(name)])),
    together: address.has("together"),
    sort: address.get("sort") ?? "relevance",
  };
}

// Write the form into the address and search; a word still being typed makes no new step in the history. The choice
// comes from the address where none is given: the lists may not be drawn yet.
function submit({ chosen = state().chosen, typing = false } = {}) {
  const address = new URLSearchParams();
  if (box.value.trim()) address.set("q", box.value.trim());
  for (const name of FACETS) for (const value of chosen[name]) address.append(name, value);
  if (together.checked && chosen.actor.length > 1) address.set("together", "yes");
  if (sort.value !== "relevance") address.set("sort", sort.value);
  const query = String(address);
  if (query === location.search.slice(1)) return;
  history[typing ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
  search();
}

function toggle({ target: { name, value, checked } }) {
  const { chosen } = state();
  chosen[name] = checked ? [...chosen[name], value] : chosen[name].filter((other) => other !== value);
  submit({ chosen });
}

function clear() {
  submit({ chosen: Object.fromEntries(FACETS.map((name) => [name, []])) });
  box.focus();
}

function drawFacets(counts, chosen) {
  const focused = document.activeElement?.closest("#facets input");
  const draw = (name) =>
    facet(name, counts[name] ?? {}, chosen[name], expanded.has(name), {
      toggle,
      expand: () => {
        const shown = panel.querySelectorAll(`input[name=${name}]`).length;
        expanded.add(name);
        drawFacets(counts, chosen);
        panel.querySelectorAll(`input[name=${name}]`)[shown].focus();
      },
    });
  panel.replaceChildren(...FACETS.map(draw));
  // Drawn anew, the box that was just ticked keeps the focus.
  if (focused) [...panel.querySelectorAll("input")].find((input) => input.name === focused.name && input.value === focused.value)?.focus();
}

// Show the next hits. An answer that a newer question has overtaken is dropped.
async function show(hits, from, turn) {
  const found = await Promise.all(hits.slice(from, from + PAGE).map((hit) => hit()));
  if (turn !== asked) return;
  const cards = found.map(card);
  if (from) list.append(...cards);
  else list.replaceChildren(...cards);
  more.hidden = from + PAGE >= hits.length;
  more.onclick = async () => {
    await show(hits, from + PAGE, turn);
    list.children[from + PAGE]?.querySelector("a").focus();
  };
}

async function search() {
  const turn = ++asked;
  const now = state();
  const narrowed = FACETS.some((name) => now.chosen[name].length);
  try {
    const { hits, counts } = await ask(now);
    if (turn !== asked) return;
    drawFacets(counts, now.chosen);
    together.parentElement.hidden = now.chosen.actor.length < 2;
    if (!now.words && !narrowed) {
      status.textContent = "Type a word, or choose from the lists.";
    } else {
      const about = now.words ? ` for “${now.words}”` : "";
      status.textContent = hits.length ? `${hits.length} ${hits.length === 1 ? "story" : "stories"}${about}` : `No story${about}`;
    }
    await show(hits, 0, turn);
    if (!hits.length && (now.words || narrowed)) {
      const parts = await alone(now.words);
      if (turn === asked) list.replaceChildren(make("li", {}, nothing({ ...now, narrowed, parts, indexes, clear })));
    }
  } catch (error) {
    status.textContent = "The search index could not be loaded. The indexes above lead to every story.";
    console.warn("search:", error);
  }
}

// The four indexes, linked as in the page's own navigation.
function indexes() {
  return [...document.querySelectorAll(".rooms a")].flatMap((link) => [make("a", { href: link.href }, link.textContent), " "]);
}

function read() {
  const now = state();
  box.value = now.words;
  together.checked = now.together;
  sort.value = now.sort;
  if (!sort.value) sort.value = "relevance";
  return search();
}

desk.hidden = false;
at("narrow").open = matchMedia("(width >= 60rem)").matches;
at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  submit();
});
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => submit({ typing: true }), PAUSE);
});
for (const choice of [sort, together]) choice.addEventListener("change", () => submit());
addEventListener("popstate", read);
read();
