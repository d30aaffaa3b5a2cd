// The page around the drawing: selection, filters, search, keys, theme.

const details = $('details');
const search = $('search');
const mostListed = 150;
let active = null;
let hits = [];
let hit = -1;
let searching = false;

const say = text => { $('status').textContent = text; };

function press(element) {
  for (const button of document.querySelectorAll('.list button')) button.setAttribute('aria-pressed', button === element ? 'true' : 'false');
}

function show(html, byKey) {
  details.innerHTML = html;
  details.scrollTop = 0;
  if (byKey) details.focus();
}

function remember(key) {
  try { history.replaceState(null, '', key ? '#' + encodeURIComponent(key) : location.pathname + location.search); } catch { /* a frame without history */ }
}

function openNode(node, byKey = false) {
  activate(node);
  const around = [...node.inner, ...node.outer];
  light(new Set([node]), new Set(), new Set(around.flatMap(edge => [nodes[edge.o], nodes[edge.i]])), new Set(around));
  press(document.querySelector(`#class-list [data-open-node="${node.index}"]`));
  show(classDetails(node), byKey);
  remember(node.name);
  say(node.name);
}

function openEdge(edge, byKey = false) {
  light(new Set(), new Set([edge]), new Set([nodes[edge.o], nodes[edge.i]]), new Set());
  press(null);
  show(edgeDetails(edge), byKey);
  remember('');
  say(edgeName(edge));
}

function openFinding(finding, byKey = false) {
  const its = finding.nodes.map(index => nodes[index]);
  light(new Set(its), new Set(finding.edges.map(index => edges[index])), new Set(), new Set());
  press(document.querySelector(`#finding-list [data-open-finding="${finding.index}"]`));
  if (its.length) fit(its);
  show(findingDetails(finding), byKey);
  remember(finding.id);
  say(finding.message);
}

function clear() {
  light(new Set(), new Set(), new Set(), new Set());
  activate(null);
  press(null);
  show(overview(), false);
  remember('');
}

function activate(node) {
  active?.box.classList.remove('active');
  active = node;
  if (!node) {
    svg.removeAttribute('aria-activedescendant');
    return;
  }
  node.box.classList.add('active');
  svg.setAttribute('aria-activedescendant', 'n' + node.index);
}

// What is hidden is not there: not in the picture, not in the list, not for the keys.
function filter() {
  const from = [...document.querySelectorAll('input[name=from]')].reduce((bits, box) => bits | (box.checked ? Number(box.value) : 0), 0);
  const namespace = $('namespace').value;
  const finding = $('finding').value;
  const only = finding === '' ? null : finding === 'any' ? model.findings : [model.findings[Number(finding)]];
  const wanted = only && new Set(only.flatMap(entry => entry.nodes));
  const wantedEdges = only && new Set(only.flatMap(entry => entry.edges));
  for (const node of nodes) {
    node.hidden = (namespace !== '' && node.namespace !== namespace) || (wanted !== null && !wanted.has(node.index));
    node.box.classList.toggle('off', node.hidden);
  }
  for (const edge of edges) {
    edge.hidden = !(edge.from & from) || nodes[edge.o].hidden || nodes[edge.i].hidden || (wantedEdges !== null && !wantedEdges.has(edge.index));
    edge.line.classList.toggle('off', edge.hidden);
    edge.touch.classList.toggle('off', edge.hidden);
  }
  $('empty').hidden = nodes.some(node => !node.hidden);
  find();
}

function find() {
  const text = search.value.trim().toLowerCase();
  hits = text === '' ? [] : nodes.filter(node => !node.hidden && node.name.toLowerCase().includes(text));
  hit = -1;
  const found = new Set(hits);
  for (const node of nodes) node.box.classList.toggle('hit', found.has(node));
  if (text !== '') {
    light(new Set(), new Set(), new Set(), new Set());
    world.classList.add('dim');
    say(`${hits.length} of ${nodes.length} lock classes match`);
  } else if (searching) {
    world.classList.remove('dim');
  }
  searching = text !== '';
  listClasses(text === '' ? nodes.filter(node => !node.hidden) : hits);
}

function nextHit(step) {
  if (hits.length === 0) return;
  hit = (hit + step + hits.length) % hits.length;
  const node = hits[hit];
  openNode(node);
  reveal(node);
  say(`${hit + 1} of ${hits.length}: ${node.name}`);
}

function listClasses(shown) {
  const rows = shown.slice(0, mostListed).map(node => `<li><button type="button" data-open-node="${node.index}" aria-pressed="false">${escape(node.name)}</button></li>`);
  if (shown.length > mostListed) rows.push(`<li class="more">and ${shown.length - mostListed} more; search to narrow them down</li>`);
  if (shown.length === 0) rows.push('<li class="none">none</li>');
  $('class-list').innerHTML = rows.join('');
}

function listFindings() {
  $('finding-list').innerHTML = model.findings.map(finding =>
    `<li><button type="button" class="finding" data-open-finding="${finding.index}" aria-pressed="false">${tag(finding.severity, finding.severity)} ${escape(finding.title)}<small>${escape(finding.id)}</small></button></li>`)
    .join('') || '<li class="none">none</li>';
}

function choices() {
  const spaces = [...new Set(nodes.map(node => node.namespace))].sort();
  $('namespace').innerHTML = '<option value="">every namespace</option>' + spaces.map(space => `<option value="${escape(space)}">${escape(space || '(no namespace)')}</option>`).join('');
  $('namespace').querySelectorAll('option')[1 + spaces.indexOf('')]?.toggleAttribute('disabled', spaces.includes('') && spaces.length === 1);
  $('finding').innerHTML = '<option value="">all findings or none</option>' + (model.findings.length ? '<option value="any">only in findings</option>' : '')
    + model.findings.map(finding => `<option value="${finding.index}">${escape(finding.id)}</option>`).join('');
}

// Down and up follow edges, left and right go along the layer.
function step(key) {
  const shown = nodes.filter(node => !node.hidden);
  if (shown.length === 0) return;
  if (!active || active.hidden) {
    activate(shown.reduce((best, node) => node.y < best.y || (node.y === best.y && node.x < best.x) ? node : best));
  } else {
    const nearest = list => list.filter(node => !node.hidden && node !== active).sort((a, b) => Math.abs(a.x - active.x) - Math.abs(b.x - active.x) || a.index - b.index)[0];
    const next = key === 'ArrowDown' ? nearest(active.inner.filter(edge => !edge.hidden).map(edge => nodes[edge.i]))
      : key === 'ArrowUp' ? nearest(active.outer.filter(edge => !edge.hidden).map(edge => nodes[edge.o]))
      : nearest(shown.filter(node => node.y === active.y && (key === 'ArrowRight' ? node.x > active.x : node.x < active.x)));
    if (!next) return;
    activate(next);
  }
  reveal(active);
  say(`${active.name}, ${active.inner.length} inner, ${active.outer.length} outer`);
}

function keys() {
  svg.addEventListener('keydown', event => {
    const stride = 60;
    if (event.key.startsWith('Arrow')) {
      if (event.shiftKey) {
        pan(event.key === 'ArrowLeft' ? stride : event.key === 'ArrowRight' ? -stride : 0, event.key === 'ArrowUp' ? stride : event.key === 'ArrowDown' ? -stride : 0);
      } else {
        step(event.key);
      }
    } else if ((event.key === 'Enter' || event.key === ' ') && active) {
      openNode(active, true);
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.key === 'Escape') {
      search.value = '';
      clear();
      find();
      if (details.contains(document.activeElement) || document.activeElement === search) svg.focus();
    } else if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === '/') {
      search.focus();
      search.select();
    } else if (event.key === '+' || event.key === '=') {
      zoom(1.25);
    } else if (event.key === '-') {
      zoom(0.8);
    } else if (event.key === '0') {
      fit();
    } else {
      return;
    }
    event.preventDefault();
  });
}

function theme() {
  const names = ['auto', 'light', 'dark'];
  let at = 0;
  try { at = Math.max(0, names.indexOf(localStorage.getItem('lockgraph-theme') ?? 'auto')); } catch { /* storage may be forbidden */ }
  const set = () => {
    if (names[at] === 'auto') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = names[at];
    $('theme').textContent = 'Theme: ' + names[at];
    try { localStorage.setItem('lockgraph-theme', names[at]); } catch { /* the choice lasts as long as the page */ }
  };
  $('theme').addEventListener('click', () => { at = (at + 1) % names.length; set(); });
  set();
}

function listen() {
  const wasDragged = dragAndWheel();
  document.addEventListener('click', event => {
    const target = event.target;
    const byKey = event.detail === 0;
    const opener = target.closest?.('[data-open-node],[data-open-edge],[data-open-finding]');
    if (opener) {
      const { openNode: node, openEdge: edge, openFinding: finding } = opener.dataset;
      if (node !== undefined) {
        openNode(nodes[node], byKey);
        reveal(nodes[node]);
      } else if (edge !== undefined) {
        openEdge(edges[edge], byKey);
        reveal(nodes[edges[edge].o]);
      } else {
        openFinding(model.findings[finding], byKey);
      }
    } else if (svg.contains(target) && !wasDragged()) {
      const node = target.closest('[data-node]'), edge = target.closest('[data-edge]');
      if (node) openNode(nodes[node.dataset.node]);
      else if (edge) openEdge(edges[edge.dataset.edge]);
      else clear();
    }
  });
  document.querySelector('.tools').addEventListener('click', event => {
    const how = event.target.dataset.zoom;
    if (how === 'fit') fit();
    else if (how) zoom(how === 'in' ? 1.25 : 0.8);
  });
  $('filters').addEventListener('submit', event => event.preventDefault());
  $('filters').addEventListener('change', event => {
    if (event.target === search) return;
    filter();
    if (event.target.tagName === 'SELECT') fit();
    if (event.target === $('finding') && /^\d+$/.test(event.target.value)) openFinding(model.findings[Number(event.target.value)]);
  });
  search.addEventListener('input', find);
  search.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    nextHit(event.shiftKey ? -1 : 1);
  });
  new ResizeObserver(() => { if (!resized) { fit(); } resized = true; }).observe(svg);
}

let resized = false;
$('run').textContent = model.run;
$('head').textContent = model.head;
draw();
choices();
listFindings();
theme();
listen();
keys();
filter();
show(overview(), false);
fit();
const asked = decodeURIComponent(location.hash.slice(1));
const askedFinding = model.findings.find(finding => finding.id === asked);
const askedNode = nodes.find(node => node.name === asked);
if (askedFinding) openFinding(askedFinding);
else if (askedNode) { openNode(askedNode); reveal(askedNode); }
document.documentElement.dataset.ready = 'true';
