// On every page: the remembered colours, and the keys of the search box. Nothing here is needed to read.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const KEY = "morgue-theme";

  // A browser that blocks storage throws at the first touch.
  const remember = (choice) => {
    try {
      choice ? localStorage.setItem(KEY, choice) : localStorage.removeItem(KEY);
    } catch {}
  };
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const system = () => (dark.matches ? "dark" : "light");
  const shown = () => root.dataset.theme || system();

  // Set before the first paint: this script stands in the head and blocks.
  if (["dark", "light"].includes(remembered())) root.dataset.theme = remembered();

  addEventListener("DOMContentLoaded", () => {
    const lamp = document.getElementById("lamp");
    const box = document.querySelector("main input[type=search]") || document.getElementById("find");
    const say = () => lamp.setAttribute("aria-pressed", String(shown() === "dark"));
    lamp.hidden = false;
    say();
    dark.addEventListener("change", say);
    lamp.addEventListener("click", () => {
      const next = shown() === "dark" ? "light" : "dark";
      // The system's own colours need no memory: the page follows it again.
      if (next === system()) delete root.dataset.theme;
      else root.dataset.theme = next;
      remember(root.dataset.theme);
      say();
    });
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable]")) {
        event.preventDefault();
        box.focus();
        box.select();
      } else if (event.key === "Escape" && event.target === box) {
        event.preventDefault(); // some browsers would empty the box
        box.blur();
      }
    });
  });
})();
