"use strict";
// Single keys press the button or follow the link that names them in data-key.
(() => {
  const WRITING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
  const PRESSED_BY_SPACE = "button, summary, input";
  const OFF = "claims-desk-keys-off";
  const help = document.getElementById("keys");
  const show = document.getElementById("show-keys");
  const on = document.getElementById("keys-on");

  function isOff() {
    try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
  }

  function remember() {
    try { localStorage.setItem(OFF, on.checked ? "0" : "1"); } catch { /* only for this page, then */ }
  }

  function isFree(key, target) {
    if (target.closest(WRITING)) return false;
    return key !== " " || !target.closest(PRESSED_BY_SPACE);
  }

  function move(by) {
    const lines = [...document.querySelectorAll("[data-line]")];
    if (!lines.length) return false;
    const at = lines.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(Math.max(at + by, 0), lines.length - 1);
    lines[next].focus();
    lines[next].closest("li").scrollIntoView({ block: "nearest" });
    return true;
  }

  function act(key) {
    if (key === "j" || key === "ArrowDown") return move(1);
    if (key === "k" || key === "ArrowUp") return move(-1);
    const element = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!element) return false;
    element.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    if (help.open || (isOff() && event.key !== "?")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (isFree(key, event.target) && act(key)) event.preventDefault();
  });

  // A form is sent once, however often its key is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.method === "dialog") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });

  show.hidden = false;
  show.addEventListener("click", () => help.showModal());
  on.checked = !isOff();
  on.addEventListener("change", remember);
})();
