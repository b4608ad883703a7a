import { statusOnMap, sumRows } from '../model/safetyyears.js'
import { h } from './dom.js'
import { statusSign } from './statussign.js'

/** So many rows are drawn at once; a province has thousands. */
const ROWS_AT_ONCE = 200

/**
 * A year of a place as a table; on a phone each area is a card.
 * @param {{t: Function, format: object}} context @param {object} question place, year, asOf
 * @param {object[]} rows what is shown
 * @returns {HTMLElement}
 */
export function yearTable(context, question, rows) {
  const { t } = context
  const body = h('tbody', {})
  const more = h('button', { type: 'button', class: 'button', testid: 'safety-more', on: { click: () => draw(true) } })
  const heads = ['area', 'status', 'households', 'missing', 'late', 'papers', 'streak']
  let drawn = 0

  function draw(focus) {
    const next = rows.slice(drawn, drawn + ROWS_AT_ONCE).map((row) => line(context, question, row))
    body.append(...next)
    drawn += next.length
    more.hidden = drawn >= rows.length
    more.textContent = t('safetyTable.more', { count: Math.min(ROWS_AT_ONCE, rows.length - drawn) })
    if (focus) next[0]?.querySelector('a')?.focus()
  }

  draw(false)
  return h(
    'div',
    {},
    h(
      'table',
      { class: 'admin-table year-table', testid: 'year-table' },
      h('caption', { class: 'visually-hidden', text: t('safetyTable.caption', { year: question.year }) }),
      h('thead', {}, h('tr', {}, heads.map((key) => h('th', { scope: 'col', class: numbers.has(key) ? 'number' : null, text: t(`safetyTable.${key}`) })))),
      body,
    ),
    more,
  )
}

const numbers = new Set(['households', 'streak'])

function line({ t, format }, question, row) {
  const cell = (key, ...content) => h('td', { 'data-label': t(`safetyTable.${key}`), class: numbers.has(key) ? 'number' : null }, content)
  return h(
    'tr',
    { data: { id: String(row.id) } },
    h(
      'th',
      { scope: 'row', 'data-label': t('safetyTable.area') },
      h(
        'span',
        {},
        h('a', { href: statusOnMap(question, row), testid: 'year-area', text: row.fullName }),
        row.parentName && h('small', { text: row.parentName }),
        row.synthetic && h('span', { class: 'tag', text: t('movement.synthetic') }),
      ),
    ),
    cell('status', statusSign(t, row.status)),
    cell('households', households({ t, format }, row)),
    cell(
      'missing',
      row.missing.length ? h('ul', { class: 'missing-list' }, row.missing.map((text) => h('li', { text }))) : t('safetyTable.nothing'),
    ),
    cell('late', row.late && h('span', { class: 'late-text', text: row.late.text })),
    cell('papers', papers({ t, format }, row)),
    cell('streak', row.streak ? format.count(row.streak) : ''),
  )
}

/** "128/140", never a share of what nobody has written down. */
const households = ({ t, format }, { level, householdsRegistered, householdsTotal }) =>
  householdsTotal === null
    ? level === 'commune' ? '' : h('span', { class: 'muted', text: t('safetyTable.householdsUnknown') })
    : `${format.count(householdsRegistered)}/${format.count(householdsTotal)}`

function papers({ t, format }, { papers: has, documents }) {
  const lines = [
    has.resolutionNumber && t('safetyTable.resolution', { number: has.resolutionNumber }),
    has.meetingDate && t('safetyTable.meeting', { day: format.day(has.meetingDate) }),
    has.submittedOn && t('safetyTable.submitted', { day: format.day(has.submittedOn) }),
    has.decisionNumber && t('safetyTable.decision', { number: has.decisionNumber }),
    has.certificateNumber && t('safetyTable.certificate', { number: has.certificateNumber }),
    documents > 0 && t('safetyTable.documents', { count: format.count(documents) }),
  ].filter(Boolean)
  return lines.length > 0 && h('ul', { class: 'missing-list' }, lines.map((text) => h('li', { text })))
}

/** What the rows come to, as figures. */
export function yearFigures({ t, format }, rows) {
  const sums = sumRows(rows)
  const figure = (testid, name, value, note) =>
    h(
      'li',
      { class: 'figure', testid },
      h('span', { class: 'figure-name', text: name }),
      h('strong', { class: 'figure-value', text: value }),
      note && h('span', { class: 'figure-note', text: note }),
    )
  return h(
    'ul',
    { class: 'figures', testid: 'year-figures' },
    figure('figure-recognised', t('status.recognised'), `${format.count(sums.recognised)}/${format.count(sums.all)}`, t('safetyTable.ofAll')),
    figure('figure-missing', t('safetyTable.missing'), format.count(sums.missing), t('safetyTable.missingMeans')),
    figure('figure-late', t('safetyTable.late'), format.count(sums.late), t('safetyTable.lateMeans')),
    figure(
      'figure-households',
      t('safetyTable.households'),
      sums.households ? `${format.count(sums.households.registered)}/${format.count(sums.households.total)}` : '–',
      sums.households ? t('safetyTable.householdsOf', { count: format.count(sums.households.areas) }) : t('safetyTable.householdsNone'),
    ),
  )
}
