"use strict";
// The claim graph; drawn when it first comes into view, in the colours of the page.
(() => {
  const holder = document.getElementById("network");
  if (!holder) return;
  const networks = JSON.parse(document.getElementById("networks").textContent);
  const canvas = document.getElementById("network-canvas");
  const note = document.getElementById("network-note");
  const picker = document.getElementById("network-node");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const NARROWEST = 0.2;
  let graph = null;
  let current = networks[0];
  holder.hidden = false;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function style() {
    const label = { label: "data(label)", "font-family": "sans-serif", color: colour("ink") };
    const line = (kind, more) => ({
      selector: `edge[kind = "${kind}"]`,
      style: { "line-color": colour(kind), "line-opacity": 0.9, ...more },
    });
    return [
      {
        selector: "node",
        style: {
          ...label, "font-size": 10, "text-wrap": "wrap", "text-valign": "bottom", "text-margin-y": 3,
          width: "data(size)", height: "data(size)",
          "background-color": (node) => colour(`h${node.data("hue")}`),
          "text-background-color": colour("raised"), "text-background-opacity": 0.85, "text-background-padding": 1,
        },
      },
      { selector: 'node[kind = "claim"]', style: { shape: "round-rectangle", "background-color": colour("rule"), "border-width": 1, "border-color": colour("faint") } },
      { selector: 'node[kind = "disagreement"]', style: { shape: "diamond", "background-color": colour("contradicts") } },
      {
        selector: "edge",
        style: {
          width: "data(thickness)", "line-color": colour("rule"), "curve-style": "bezier",
          "control-point-step-size": 46,
        },
      },
      line("contradicts", { ...edgeLabel() }),
      line("differs", { "line-style": "dashed", ...edgeLabel() }),
      line("corroborates", { "line-style": "dotted", ...edgeLabel() }),
      line("updates", { "line-style": "dashed", "target-arrow-shape": "triangle", "target-arrow-color": colour("updates"), ...edgeLabel() }),
      line("repeats", { "line-style": "dotted", ...edgeLabel() }),
      { selector: ".away", style: { opacity: 0.15 } },
      { selector: "node.chosen", style: { "border-width": 3, "border-color": colour("focus") } },
    ];
  }

  function edgeLabel() {
    return {
      label: (edge) => (edge.data("times") > 1 ? `${edge.data("kind")} ×${edge.data("times")}` : edge.data("kind")),
      "font-size": 8, "font-family": "sans-serif", color: colour("ink"), "text-rotation": "autorotate",
      "text-background-color": colour("raised"), "text-background-opacity": 1, "text-background-padding": 2,
    };
  }

  function elements(network) {
    const nodes = network.nodes.map(({ x, y, ...data }) => ({ group: "nodes", data, position: { x, y } }));
    const edges = network.edges.map((data) => ({ group: "edges", data }));
    return [...nodes, ...edges];
  }

  function draw() {
    if (graph) graph.destroy();
    graph = cytoscape({
      container: canvas,
      elements: elements(current),
      layout: { name: "preset", fit: true, padding: 30 },
      style: style(),
      minZoom: NARROWEST,
      maxZoom: 4,
      userZoomingEnabled: false,
      // A finger that moves over the page must go on moving the page.
      userPanningEnabled: !matchMedia("(pointer: coarse)").matches,
      autoungrabify: true,
      boxSelectionEnabled: false,
    });
    graph.on("tap", "node", (event) => choose(event.target.id()));
    graph.on("tap", (event) => { if (event.target === graph) choose(""); });
    whole();
    list();
    choose("");
  }

  function whole() {
    graph.fit(undefined, 30);
    if (graph.zoom() > 1.6) {
      graph.zoom(1.6);
      graph.center();
    }
  }

  const name = (node) => node.data("label").replaceAll("\n", " ") || node.id();

  function list() {
    const all = new Option("all", "");
    const found = graph.nodes().map((node) => new Option(`${node.data("kind")}: ${name(node)}`, node.id()));
    found.sort((one, other) => one.text.localeCompare(other.text));
    picker.replaceChildren(all, ...found);
  }

  function choose(id) {
    picker.value = id;
    graph.elements().removeClass("away chosen");
    if (!id) {
      const rest = current.left_out;
      note.replaceChildren(rest ? `${rest} more ${rest === 1 ? "source stands" : "sources stand"} in no such relation and ${rest === 1 ? "is" : "are"} not drawn.` : "");
      return;
    }
    const node = graph.getElementById(id);
    graph.elements().not(node.closedNeighborhood()).addClass("away");
    node.addClass("chosen");
    tell(node);
  }

  function tell(node) {
    const head = document.createElement(node.data("link") ? "a" : "b");
    head.textContent = name(node);
    if (node.data("link")) head.href = `#${node.data("link")}`;
    const linked = node.connectedEdges().map((edge) => {
      const other = edge.source().same(node) ? edge.target() : edge.source();
      return `${edge.data("kind")} ${name(other)}`;
    });
    note.replaceChildren(head, linked.length ? ` · ${linked.join("; ")}` : "");
  }

  function zoom(factor) {
    if (!factor) whole();
    else graph.zoom({ level: graph.zoom() * factor, renderedPosition: { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 } });
  }

  function start() {
    if (graph) return;
    draw();
    picker.addEventListener("change", () => choose(picker.value));
    for (const button of holder.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => zoom(Number(button.dataset.zoom)));
    }
    for (const choice of holder.querySelectorAll("[name=network]")) {
      choice.addEventListener("change", () => { current = networks[Number(choice.value)]; draw(); });
    }
    dark.addEventListener("change", () => graph.style(style()));
    let width = canvas.clientWidth;
    new ResizeObserver(() => {
      if (canvas.clientWidth === width) return;
      width = canvas.clientWidth;
      graph.resize();
      whole();
    }).observe(canvas);
  }

  new IntersectionObserver((seen, observer) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    start();
  }, { rootMargin: "400px" }).observe(holder);
  window.addEventListener("beforeprint", start);
})();
