import { h } from './dom.js'

/**
 * The rows of a table that was looked at, those with errors first: they are what a person has to act on.
 * @param {{t: Function, format: object, categoryName: (code: string) => string, onRow: (row: object) => void}} options
 * @param {object[]} rows
 */
export function tableRows({ t, format, categoryName, onRow }, rows) {
  const order = { error: 0, unassigned: 1, ready: 2 }
  const sorted = [...rows].sort((a, b) => order[a.status] - order[b.status] || a.row - b.row)

  function item(row) {
    const title = row.category ? categoryName(row.category) : t('table.row', { row: row.row })
    const content = [
      h('span', { class: `table-number is-${row.status}`, text: String(row.row) }),
      h(
        'span',
        { class: 'table-what' },
        h('strong', { text: title }),
        row.occurredAt && h('span', { class: 'muted', text: when(row) }),
        row.status !== 'error' && h('span', { text: where(row) }),
        row.sameAsRow && h('span', { class: 'hint-warning', text: t('table.same', { row: row.sameAsRow }) }),
        row.problems.map((problem) =>
          h('span', {
            class: 'hint-error',
            text: problem.heading ? `${problem.heading}: ${problem.detail}` : problem.detail,
          }),
        ),
      ),
    ]
    const shown = row.longitude !== null && row.status !== 'error'
    return h(
      'li',
      { data: { tableRow: row.row } },
      shown
        ? h('button', { type: 'button', class: 'table-item', on: { click: () => onRow(row) } }, content)
        : h('div', { class: 'table-item' }, content),
    )
  }

  function when({ occurredAt, occurredUntil }) {
    return occurredUntil
      ? `${format.instant(occurredAt)} – ${format.instant(occurredUntil)}`
      : format.instant(occurredAt)
  }

  function where(row) {
    if (row.status === 'unassigned') return t('table.inCommune', { name: row.area?.fullName ?? '' })
    return row.area ? t('table.inArea', { name: row.area.fullName }) : t('table.atPoint')
  }

  return h('ul', { class: 'table-rows', testid: 'table-rows' }, sorted.map(item))
}
