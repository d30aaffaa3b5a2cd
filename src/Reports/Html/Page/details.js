// The panel: what is known of a class, an edge, a finding. Everything is text from the snapshot, so everything is escaped.

const fromWords = bits => ['declared', 'static', 'observed'].filter((_, i) => bits & (1 << i));
const tag = (text, kind = '') => `<span class="tag ${kind}">${escape(text)}</span>`;
const stackOf = frames => frames && frames.length ? `<ol class="stack">${frames.map(frame => `<li>${escape(model.strings[frame])}</li>`).join('')}</ol>` : '';
const edgeName = edge => `${nodes[edge.o].name} → ${nodes[edge.i].name}`;
const by = witness => escape(witness.flow) + (witness.run ? ` of <b>${escape(witness.run)}</b>` : '');

const acquisition = (verb, at) => `<div class="side">${verb} <b>${escape(at.name)}</b> <span class="tag">${escape(at.mode)}${at.kind ? ', ' + escape(at.kind) : ''}</span>`
  + `<small>${escape(at.site)}</small>${stackOf(at.stack)}</div>`;

const witnessCard = witness => `<div class="witness"><p>first in ${by(witness)}</p>${acquisition('holds', witness.outer)}${acquisition('asks for', witness.inner)}</div>`;

const facts = pairs => `<dl class="facts">${pairs.filter(([, value]) => value !== undefined && value !== '' && value !== null)
  .map(([name, value]) => `<dt>${escape(name)}</dt><dd>${value}</dd>`).join('')}</dl>`;

const findingLinks = list => list.length === 0 ? '' : `<h4>Findings</h4><div class="links">${list.map(finding =>
  `<button type="button" data-open-finding="${finding.index}" class="${finding.severity === 'warning' ? 'ring' : ''}">${escape(finding.id)} ${escape(finding.title)}</button>`).join('')}</div>`;

const edgeLinks = (title, list, end) => list.length === 0 ? '' : `<h4>${title}</h4><div class="links">${list.map(edge =>
  `<button type="button" data-open-edge="${edge.index}" class="${edge.ring ? 'ring' : ''}">${escape(nodes[edge[end]].name)}</button>`).join('')}</div>`;

function classDetails(node) {
  return `<h3>${escape(node.name)}</h3><div class="tags">${tag('lock class')}${node.ring ? tag('on a ring', 'warning') : ''}${node.pseudo ? tag('a wait, not a lock', 'info') : ''}</div>`
    + (node.summary ? `<p>${escape(node.summary)}</p>` : '')
    + facts([['protects', node.protects && escape(node.protects)], ['primitive', node.primitive && escape(node.primitive)], ['owner', node.owner], ['waits', node.waitType],
      ['re-entrant', node.reentrant ? 'yes' : 'no'], ['held at most', node.maxHeld]])
    + findingLinks(node.findings) + edgeLinks('Taken inside it', node.inner, 'i') + edgeLinks('Held around it', node.outer, 'o');
}

function edgeDetails(edge) {
  return `<h3>${escape(edgeName(edge))}</h3><div class="tags">${fromWords(edge.from).map(word => tag(word, word)).join('')}${edge.ring ? tag('on a ring', 'warning') : ''}`
    + `${edge.apart ? tag('closes a ring', 'warning') : ''}${edge.single ? tag('one flow only') : ''}</div>`
    + `<p>${escape(nodes[edge.i].name)} is asked for while ${escape(nodes[edge.o].name)} is held.</p>`
    + facts([['modes', edge.modes.map(escape).join(', ')], ['recorded', `${edge.count} times`], ['gates', edge.gates.map(escape).join(', ')],
      ['runs', edge.runs ? `${edge.runs} of ${model.runs}` : undefined]])
    + findingLinks(edge.findings)
    + `<h4>${edge.witnesses.length === 1 ? 'Witness' : 'Witnesses'}</h4>`
    + (edge.witnesses.map(witnessCard).join('') || '<p class="none">Declared only: no code has shown it.</p>')
    + `<div class="links"><button type="button" data-open-node="${edge.o}">${escape(nodes[edge.o].name)}</button><button type="button" data-open-node="${edge.i}">${escape(nodes[edge.i].name)}</button></div>`;
}

// One column per thread, time runs down: first everybody takes, then everybody waits.
function columnsOf(finding) {
  const rows = [];
  finding.columns.forEach((column, at) => column.holds.forEach(step => rows.push({ at, step, kind: 'holds' })));
  finding.columns.forEach((column, at) => column.waits && rows.push({ at, step: column.waits, kind: 'waits' }));
  const cell = row => `<td class="${row.kind}">${escape(row.step.verb)} <b>${escape(row.step.name)}</b>${row.step.site ? `<small>${escape(row.step.site)}</small>` : ''}</td>`;
  return `<div class="columns" tabindex="0" role="region" aria-label="How the threads meet"><table><thead><tr>${finding.columns.map(column => `<th scope="col">${escape(column.title)}</th>`).join('')}</tr></thead><tbody>`
    + rows.map(row => `<tr>${finding.columns.map((_, at) => at === row.at ? cell(row) : '<td></td>').join('')}</tr>`).join('') + '</tbody></table></div>';
}

function findingDetails(finding) {
  return `<h3>${escape(finding.title)}</h3><div class="tags">${tag(finding.severity, finding.severity)}${tag(finding.id)}${finding.run ? tag('found in ' + finding.run) : model.runs ? tag('only the union shows it') : ''}`
    + `${finding.seen > 1 ? tag(`in ${finding.seen} of ${model.runs} runs`) : ''}</div>`
    + `<p class="message">${escape(finding.message)}</p>`
    + `<h4>How they meet</h4>${columnsOf(finding)}`
    + finding.notes.map(note => `<p class="note">${escape(note)}</p>`).join('')
    + `<p class="fix"><b>Fix:</b> ${escape(finding.fix)}</p>`
    + finding.steps.map((step, i) => `<h4>Edge ${i + 1} of ${finding.steps.length}: ${escape(step.outer)} → ${escape(step.inner)}</h4><div class="tags">${fromWords(step.from).map(word => tag(word, word)).join('')}${tag(step.modes)}</div>`
      + (step.witness ? witnessCard(step.witness) : '<p class="none">Declared: no code to show.</p>')).join('')
    + (finding.steps.length ? '' : finding.columns.map(column => [...column.holds, column.waits].filter(step => step && step.stack && step.stack.length)
      .map(step => `<div class="witness"><p>${escape(column.title)}</p>${acquisition(step.verb, step)}</div>`).join('')).join(''))
    + `<details><summary>The whole report as text</summary><pre tabindex="0">${escape(finding.report)}</pre></details>`;
}

function overview() {
  const list = model.findings.length === 0 ? '<p>No findings: the locks were taken in one order.</p>' : '<p>Choose a finding, a lock class or an edge.</p>';
  return `<h3>What this shows</h3>${list}<p class="none">A box is a lock class. An arrow says: the lower lock was asked for while the upper one was held. Red parts are taken in orders that form a ring.</p>`
    + facts([['lock classes', nodes.length], ['edges', edges.length], ['runs', model.runs || undefined], ['own faults', model.ownFaults || undefined]])
    + '<h4>Keys</h4>' + facts([['/', 'search'], ['arrows', 'go from class to class'], ['Enter', 'open'], ['+ − 0', 'zoom, show everything'], ['Shift + arrows', 'move the picture'], ['Esc', 'clear']].map(([key, what]) => [key, escape(what)]));
}
