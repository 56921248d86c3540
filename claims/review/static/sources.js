"use strict";
// Lists the sources whose names hold what is being typed into a field.
(() => {
  const PAUSE = 150;

  async function suggest(field) {
    const list = document.getElementById(field.getAttribute("list"));
    const address = `${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    list.replaceChildren(...(await answer.json()).map(option));
  }

  function option(source) {
    const made = document.createElement("option");
    made.value = source.name;
    made.label = source.about ? `${source.name} · ${source.about}` : source.name;
    return made;
  }

  for (const field of document.querySelectorAll("input[data-suggest]")) {
    let waiting = 0;
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => suggest(field).catch(() => {}), PAUSE);
    };
    field.addEventListener("input", later);
    field.addEventListener("focus", later);
  }
})();
