"use strict";
// The card of a claim beside its words: while pointed at or focused, or kept after a click or Enter.
(() => {
  const cards = JSON.parse(document.getElementById("cards").textContent);
  const card = document.getElementById("card");
  const SIGNS = { contradicts: "≠", differs: "≈", updates: "→", corroborates: "=", repeats: "∥" };
  const LINGER = 250;
  let shown = null;
  let kept = false;
  let leaving = 0;

  function make(tag, name, ...inside) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  }

  function link(found) {
    const to = make("a", "", `${found.who}: “${found.text}”`);
    to.href = `#${found.anchor}`;
    const label = make("span", `label ${found.label}`, `${SIGNS[found.label]} ${found.label}`);
    return make("li", "", label, ` ${found.likelihood} · `, to);
  }

  function claim(data) {
    const badge = make("span", `badge h${data.hue || 0}`, data.code);
    const who = make("p", "", badge, " ", make("b", "", data.who), data.about ? ` (${data.about})` : "");
    const stance = data.stance ? make("b", "stance", `${data.stance}: `) : "";
    const said = make("p", "statement", stance, data.statement || "");
    const about = make("div", "", who, said, make("p", "facts", (data.facts || []).join(" · ")));
    if (data.links) {
      const list = make("ul", "", ...data.links.map(link));
      if (data.further) list.append(make("li", "", `and ${data.further} more`));
      about.append(list);
    }
    return about;
  }

  function fill(mark) {
    const close = make("button", "", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close the claim");
    close.addEventListener("click", goBack);
    card.replaceChildren(close, ...mark.dataset.cards.split(" ").map((number) => claim(cards[number])));
  }

  function place(mark) {
    const box = mark.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 16;
    const left = Math.max(8, Math.min(box.left, room));
    const below = mark.getBoundingClientRect().bottom + 8;
    const fits = below + card.offsetHeight < innerHeight || box.top < card.offsetHeight + 8;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(fits ? below : box.top - card.offsetHeight - 8) + scrollY}px`;
  }

  function show(mark) {
    clearTimeout(leaving);
    if (shown === mark) return;
    unmark();
    shown = mark;
    fill(mark);
    card.hidden = false;
    card.scrollTop = 0;
    place(mark);
    mark.classList.add("chosen");
    mark.setAttribute("aria-describedby", "card");
  }

  function unmark() {
    if (!shown) return;
    shown.classList.remove("chosen");
    shown.removeAttribute("aria-describedby");
  }

  function hide() {
    clearTimeout(leaving);
    unmark();
    shown = null;
    kept = false;
    card.hidden = true;
  }

  function goBack() {
    shown.focus({ preventScroll: true });
    // Only now: focus that comes back to the words shows their card.
    hide();
  }

  function keep(mark) {
    show(mark);
    kept = true;
    card.focus({ preventScroll: true });
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      const within = card.contains(document.activeElement) || document.activeElement === shown;
      if (!kept && !within && !card.matches(":hover")) hide();
    }, LINGER);
  }

  const marked = (event) => event.target.closest && event.target.closest(".m[data-cards]");

  document.addEventListener("pointerover", (event) => {
    const mark = marked(event);
    if (mark && !kept) show(mark);
    else if (!card.contains(event.target)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const mark = marked(event);
    if (mark) {
      kept = false;
      show(mark);
    } else if (!card.contains(event.target)) {
      kept = false;
      leave();
    }
  });
  document.addEventListener("click", (event) => {
    const mark = marked(event);
    if (mark) keep(mark);
    else if (event.target.closest("#card a")) hide();
    else if (shown && !card.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    const mark = marked(event);
    if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      keep(mark);
    } else if (event.key === "Escape" && shown) {
      goBack();
    }
  });
})();
