"use strict";
// Opens whatever holds the place that a link leads to, and everything before printing.
(() => {
  const opened = [];

  // Words in the middle, for what stands around them; pairs below their matrix, which stays in view.
  function place(target) {
    if (target.matches(".m, .m > i")) return "center";
    return target.matches(".group") ? "nearest" : "start";
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let holder = target.closest("details"); holder; holder = holder.parentElement.closest("details")) {
      holder.open = true;
    }
    target.scrollIntoView({ block: place(target) });
    (target.tagName === "I" ? target.parentElement : target).focus({ preventScroll: true });
  }

  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("details:not([open])")) {
      closed.open = true;
      opened.push(closed);
    }
  });
  window.addEventListener("afterprint", () => {
    while (opened.length) opened.pop().open = false;
  });
  // A second click on the same link changes no hash, but the reader wants to go there again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) reveal();
  });
  if (location.hash) reveal();
})();
