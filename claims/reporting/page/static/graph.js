"use strict";
// The claim graph, drawn once the page is there, in the colours of the page.
(() => {
  const holder = document.getElementById("network");
  if (!holder) return;
  const networks = JSON.parse(document.getElementById("networks").textContent);
  const canvas = document.getElementById("network-canvas");
  const note = document.getElementById("network-note");
  const picker = document.getElementById("network-node");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stage = document.getElementById("network-stage");
  const PADDING = 28;
  const LEAST = 0.2;
  const READABLE = 0.8;
  const LARGEST = 1.4;
  const TALLEST = 520;
  const GAP = 40;
  const LONGEST_SIDE = 4096;
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
      container: stage,
      elements: elements(current),
      layout: { name: "preset", fit: false },
      style: style(),
      // The stage is as large as the graph and its holder scrolls, as everything else on the page does.
      userZoomingEnabled: false,
      userPanningEnabled: false,
      autoungrabify: true,
      boxSelectionEnabled: false,
    });
    graph.on("tap", "node", (event) => choose(event.target.id()));
    graph.on("tap", (event) => { if (event.target === graph) choose(""); });
    first();
    list();
    choose("");
  }

  const width = () => canvas.clientWidth - 2 * PADDING;

  // Parts that hang together keep their layout; the parts follow each other as words do in lines.
  function pack(room) {
    let [x, y, tallest] = [0, 0, 0];
    for (const part of parts()) {
      const box = part.boundingBox();
      if (x > 0 && x + box.w > room) [x, y, tallest] = [0, y + tallest + GAP, 0];
      part.nodes().shift({ x: x - box.x1, y: y - box.y1 });
      x += box.w + GAP;
      tallest = Math.max(tallest, box.h);
    }
  }

  function parts() {
    const contested = (part) => part.edges('[kind = "contradicts"]').length;
    return graph.elements().components().sort((one, other) => contested(other) - contested(one));
  }

  function first() {
    const boxes = graph.elements().components().map((part) => part.boundingBox());
    const largest = (side) => Math.max(...boxes.map((box) => box[side]));
    const fitting = Math.min(LARGEST, width() / largest("w"), TALLEST / largest("h"));
    const level = Math.max(READABLE, fitting);
    pack(width() / level);
    zoom(level);
  }

  function zoom(level) {
    const box = graph.elements().boundingBox();
    const most = (LONGEST_SIDE - 2 * PADDING) / Math.max(box.w, box.h);
    const factor = Math.max(LEAST, Math.min(level, most));
    const across = Math.max(box.w * factor + 2 * PADDING, canvas.clientWidth);
    stage.style.width = `${Math.floor(across)}px`;
    stage.style.height = `${Math.ceil(box.h * factor + 2 * PADDING)}px`;
    graph.resize();
    graph.zoom(factor);
    graph.pan({ x: (across - box.w * factor) / 2 - box.x1 * factor, y: PADDING - box.y1 * factor });
    canvas.scrollLeft = (across - canvas.clientWidth) / 2;
  }

  // The zoom at which the width of the page holds all of it.
  const whole = () => Math.min(LARGEST, width() / graph.elements().boundingBox().w);

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
      const more = canvas.scrollWidth > canvas.clientWidth + 1 || canvas.scrollHeight > canvas.clientHeight + 1;
      const scroll = more ? "Scroll within the frame to see all of it. " : "";
      const alone = `${rest} more ${rest === 1 ? "source stands" : "sources stand"} in no such relation and ${rest === 1 ? "is" : "are"} not drawn.`;
      note.replaceChildren(scroll, rest ? alone : "");
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

  function start() {
    draw();
    picker.addEventListener("change", () => choose(picker.value));
    for (const button of holder.querySelectorAll("[data-zoom]")) {
      const factor = Number(button.dataset.zoom);
      button.addEventListener("click", () => zoom(factor ? graph.zoom() * factor : whole()));
    }
    for (const choice of holder.querySelectorAll("[name=network]")) {
      choice.addEventListener("change", () => { current = networks[Number(choice.value)]; draw(); });
    }
    dark.addEventListener("change", () => graph.style(style()));
    let before = canvas.clientWidth;
    new ResizeObserver(() => {
      if (canvas.clientWidth === before) return;
      before = canvas.clientWidth;
      first();
    }).observe(canvas);
  }

  // After the first view; long before anybody prints, since the drawing takes its time.
  window.addEventListener("load", () => setTimeout(start, 0));
})();
