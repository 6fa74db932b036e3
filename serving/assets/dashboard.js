// Links drawn by the pages lead on inside the session: the address changes, one rerun follows, nothing is loaded again.
// Without this script, in a new tab or copied, they are ordinary links.
"use strict";

// Streamlit would look for its server under every part of the address: it is told where it is.
window.__streamlit = { BACKEND_BASE_URL: location.origin + document.currentScript.dataset.base };

const INSIDE_LINK = "a[data-inside]";

function isConnected() {
  const app = document.querySelector('[data-testid="stApp"]');
  return app !== null && app.dataset.testConnectionState === "CONNECTED";
}

// Streamlit answers `popstate` (the Back button) with one rerun of the page that the address names.
function goTo(address) {
  const target = new URL(address, document.baseURI);
  if (target.origin !== location.origin) return;
  if (!isConnected()) {
    location.assign(target);
    return;
  }
  const isOtherPage = target.pathname !== location.pathname;
  history.pushState({}, "", target);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  if (isOtherPage) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

// What an action came to may stand outside the window: it is brought into sight.
const alreadySaid = new WeakSet();
new MutationObserver((changes) => {
  const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === 1);
  const said = added.map((node) => (node.matches(".kpi-said") ? node : node.querySelector(".kpi-said"))).find(Boolean);
  if (!said || alreadySaid.has(said)) return;
  alreadySaid.add(said);
  said.scrollIntoView({ block: "center" });
}).observe(document.documentElement, { childList: true, subtree: true });

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a");
  const inside = link ?? event.target.closest("[data-row]")?.querySelector(INSIDE_LINK);
  if (!inside?.matches(INSIDE_LINK) || (!link && getSelection()?.toString())) return;
  event.preventDefault();
  goTo(inside.href);
});

// A form says the rest of its page's address: what was typed is added to it.
document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("form[data-inside]");
  if (!form) return;
  event.preventDefault();
  const target = new URL(form.getAttribute("action"), document.baseURI);
  for (const [name, typed] of new FormData(form)) if (typed.trim()) target.searchParams.set(name, typed.trim());
  goTo(target.href);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

// A link to another place of the page: what is folded around that place opens, and the keyboard goes there too.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-spot]");
  if (!link) return;
  event.preventDefault();
  const spot = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  for (let fold = spot?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  spot?.scrollIntoView({ block: "center", inline: "center" });
  spot?.focus({ preventScroll: true });
});

document.addEventListener("change", (event) => {
  const list = event.target.closest?.("select[data-inside]");
  if (!list) return;
  goTo(list.value);
  keepFocus(list.id);
});

// The new page replaces the list that was used: the keyboard stays on its successor.
function keepFocus(id) {
  const watch = new MutationObserver(() => {
    const successor = document.getElementById(id);
    if (document.activeElement === document.body && successor) successor.focus({ preventScroll: true });
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 3000);
}
