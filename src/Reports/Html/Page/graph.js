// The drawing: boxes and edges from the positions that were computed when the page was made; zoom, pan, what is lit and what is hidden.

const model = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);
const escape = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

const svg = $('graph');
const world = $('world');
const nodes = model.nodes;
const edges = model.edges;
const boxHeight = model.box;

nodes.forEach((node, i) => { node.index = i; node.inner = []; node.outer = []; node.findings = []; });
edges.forEach((edge, i) => { edge.index = i; nodes[edge.o].inner.push(edge); nodes[edge.i].outer.push(edge); edge.findings = []; });
model.findings.forEach((finding, i) => {
  finding.index = i;
  finding.nodes.forEach(node => nodes[node].findings.push(finding));
  finding.edges.forEach(edge => edges[edge].findings.push(finding));
});
const between = new Map(edges.map(edge => [edge.o * nodes.length + edge.i, edge]));

const clamp = (value, most) => Math.max(-most, Math.min(most, value));

// From the rim of the outer box to the rim of the inner one, through the bends, always leaving and arriving upright.
function pathOf(edge) {
  const from = nodes[edge.o], to = nodes[edge.i];
  const points = [];
  for (let i = 0; i < edge.bends.length; i += 2) points.push([edge.bends[i], edge.bends[i + 1]]);
  const down = to.y >= from.y;
  const half = boxHeight / 2;
  const first = points[0] || [to.x, to.y], last = points[points.length - 1] || [from.x, from.y];
  const aside = between.has(edge.i * nodes.length + edge.o) ? (down ? -9 : 9) : 0;
  let x = from.x + aside + clamp((first[0] - from.x) * 0.15, from.w * 0.35);
  let y = from.y + (down ? half : -half);
  points.push([to.x + aside + clamp((last[0] - to.x) * 0.15, to.w * 0.35), to.y + (down ? -half : half)]);
  let path = `M${x.toFixed(1)} ${y.toFixed(1)}`;
  for (const [nx, ny] of points) {
    const pull = (ny - y) / 2;
    path += `C${x.toFixed(1)} ${(y + pull).toFixed(1)} ${nx.toFixed(1)} ${(ny - pull).toFixed(1)} ${nx.toFixed(1)} ${ny.toFixed(1)}`;
    x = nx;
    y = ny;
  }
  return path;
}

const kindOf = edge => edge.ring ? 'ring' : edge.from === 1 ? 'declared' : edge.from & 1 ? 'both' : edge.from === 2 ? 'static' : 'observed';

function draw() {
  const lines = [], touch = [], boxes = [];
  for (const edge of edges) {
    const path = pathOf(edge);
    lines.push(`<path class="edge ${kindOf(edge)}" d="${path}"/>`);
    touch.push(`<path class="touch" data-edge="${edge.index}" d="${path}"/>`);
  }
  for (const node of nodes) {
    boxes.push(`<g class="node${node.ring ? ' ring' : ''}${node.pseudo ? ' pseudo' : ''}" id="n${node.index}" data-node="${node.index}" role="img" aria-label="${escape(node.name)}"`
      + ` transform="translate(${node.x} ${node.y})"><title>${escape(node.name)}</title>`
      + `<rect x="${-node.w / 2}" y="${-boxHeight / 2}" width="${node.w}" height="${boxHeight}"/><text>${escape(node.label)}</text></g>`);
  }
  world.innerHTML = `<g>${lines.join('')}</g><g>${touch.join('')}</g><g>${boxes.join('')}</g>`;
  const [lineGroup, touchGroup, boxGroup] = world.children;
  edges.forEach((edge, i) => { edge.line = lineGroup.children[i]; edge.touch = touchGroup.children[i]; });
  nodes.forEach((node, i) => { node.box = boxGroup.children[i]; });
  for (const line of document.querySelectorAll('#legend i')) {
    line.parentNode.classList.toggle('absent', !edges.some(edge => kindOf(edge) === line.className.split(' ')[1]));
  }
}

// The view: world * scale + (left, top) is the screen.
const view = { left: 0, top: 0, scale: 1 };
const farBelow = 0.34;

function apply() {
  world.setAttribute('transform', `translate(${view.left.toFixed(2)} ${view.top.toFixed(2)}) scale(${view.scale.toFixed(4)})`);
  world.classList.toggle('far', view.scale < farBelow);
}

function zoom(factor, x, y) {
  const box = svg.getBoundingClientRect();
  x ??= box.width / 2;
  y ??= box.height / 2;
  const scale = Math.max(0.01, Math.min(4, view.scale * factor));
  view.left = x - (x - view.left) * scale / view.scale;
  view.top = y - (y - view.top) * scale / view.scale;
  view.scale = scale;
  apply();
}

function pan(x, y) {
  view.left += x;
  view.top += y;
  apply();
}

// Shows some nodes as large as they fit, but never larger than life.
function fit(shown = nodes.filter(node => !node.hidden)) {
  if (shown.length === 0) return;
  const box = svg.getBoundingClientRect();
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const node of shown) {
    left = Math.min(left, node.x - node.w / 2);
    right = Math.max(right, node.x + node.w / 2);
    top = Math.min(top, node.y - boxHeight / 2);
    bottom = Math.max(bottom, node.y + boxHeight / 2);
  }
  const margin = 36, head = 20, foot = 30;  // the buttons above, the legend below
  view.scale = Math.max(0.01, Math.min(1.25, (box.width - 2 * margin) / (right - left), (box.height - 2 * margin - head - foot) / (bottom - top)));
  view.left = (box.width - (left + right) * view.scale) / 2;
  view.top = (box.height + head - foot - (top + bottom) * view.scale) / 2;
  apply();
}

// Moves a node into sight, and near enough to read, without moving what is in sight already.
function reveal(node) {
  const box = svg.getBoundingClientRect();
  const x = node.x * view.scale + view.left, y = node.y * view.scale + view.top;
  const margin = 60;
  if (view.scale < 0.6) {
    view.scale = 0.9;
  } else if (x > margin && y > margin && x < box.width - margin && y < box.height - margin) {
    return;
  }
  view.left = box.width / 2 - node.x * view.scale;
  view.top = box.height / 2 - node.y * view.scale;
  apply();
}

// What is selected is picked out, what belongs to it stays lit, the rest fades.
function light(pickedNodes, pickedEdges, litNodes, litEdges) {
  const any = pickedNodes.size + pickedEdges.size + litNodes.size + litEdges.size > 0;
  world.classList.toggle('dim', any);
  for (const node of nodes) {
    node.box.classList.toggle('picked', pickedNodes.has(node));
    node.box.classList.toggle('lit', litNodes.has(node));
  }
  for (const edge of edges) {
    edge.line.classList.toggle('picked', pickedEdges.has(edge));
    edge.line.classList.toggle('lit', litEdges.has(edge));
  }
}

function dragAndWheel() {
  const fingers = new Map();
  let moved = 0, spread = 0;
  svg.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event);
    moved = 0;
    spread = 0;
  });
  window.addEventListener('pointermove', event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, event);
    const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
    moved += Math.abs(dx) + Math.abs(dy);
    if (fingers.size === 2) {
      const [one, other] = [...fingers.values()];
      const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      const box = svg.getBoundingClientRect();
      if (spread > 0) zoom(now / spread, (one.clientX + other.clientX) / 2 - box.left, (one.clientY + other.clientY) / 2 - box.top);
      spread = now;
    } else if (moved > 3) {
      svg.classList.add('dragging');
      pan(dx, dy);
    }
  });
  for (const name of ['pointerup', 'pointercancel']) {
    window.addEventListener(name, event => {
      fingers.delete(event.pointerId);
      if (fingers.size === 0) svg.classList.remove('dragging');
    });
  }
  svg.addEventListener('wheel', event => {
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  return () => moved > 3;
}
