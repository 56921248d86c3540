"use strict";
// Shows the pairs of the field that was chosen, and only those.
(() => {
  const groups = document.querySelectorAll("#pairs > .group");
  const fields = document.querySelectorAll(".matrix .cell");

  function choose() {
    const chosen = location.hash.slice(1);
    const found = [...groups].some((group) => group.id === chosen);
    if (!found && location.hash) return;
    for (const group of groups) group.hidden = group.id !== chosen;
    for (const field of fields) {
      if (field.hash === location.hash) field.setAttribute("aria-current", "true");
      else field.removeAttribute("aria-current");
    }
  }

  for (const group of groups) group.hidden = true;
  // This script stands before the one that scrolls to a place, which a hidden group would not have.
  window.addEventListener("hashchange", choose);
  choose();
})();
