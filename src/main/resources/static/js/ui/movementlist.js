import { amountText, columnsOf, daysText, fieldText, sumMembers } from '../model/movement.js'
import { h } from './dom.js'

/**
 * The entries of a register as a table, with the sums of all pages below; on a phone each entry is a card.
 * @param {{t: Function, format: object, onOpen: (entry: object) => void, onMore: () => void}} context
 * @param {object} register @param {{entries: object[], next: string|null, sums: object}} data
 */
export function movementTable(context, register, { entries, next, sums }) {
  const { t, format, onOpen, onMore } = context
  const columns = columnsOf(register)
  const kind = (field) => (field.type === 'amount' ? 'number' : null)
  const cell = (label, className, ...children) => h('td', { 'data-label': label, class: className }, ...children)

  function row(entry) {
    return h(
      'tr',
      { data: { id: entry.id } },
      h(
        'th',
        { scope: 'row', 'data-label': t('movement.entryTitle') },
        h(
          'span',
          {},
          h('button', { type: 'button', class: 'link-button', testid: 'movement-open', text: entry.title, on: { click: () => onOpen(entry) } }),
          h('small', { text: entry.kindName }),
          entry.synthetic && h('span', { class: 'tag', text: t('movement.synthetic') }),
        ),
      ),
      cell(t('movement.day'), 'days', daysText(context, entry, register.standing)),
      cell(t('movement.unit'), null, entry.unit.fullName),
      columns.map((field) => {
        const text = fieldText(context, field, entry.details[field.name])
        return cell(field.label, kind(field), text)
      }),
    )
  }

  const footer = h(
    'tfoot',
    {},
    h(
      'tr',
      { testid: 'movement-sums' },
      h('th', { scope: 'row', 'data-label': t('movement.total') }, h('span', { text: t('movement.totalOf', { count: format.count(sums.counted) }) })),
      h('td', { class: 'days' }),
      h('td'),
      columns.map((field) =>
        field.type === 'amount' ? cell(field.label, 'number', amountText(context, sums.amounts[field.name])) : h('td'),
      ),
    ),
  )

  return [
    h(
      'table',
      { class: 'admin-table movement-table', testid: 'movement-table' },
      h('caption', { class: 'visually-hidden', text: register.label }),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [t('movement.entryTitle'), t('movement.day'), t('movement.unit')].map((text) => h('th', { scope: 'col', text })),
          columns.map((field) => h('th', { scope: 'col', class: kind(field), text: field.label })),
        ),
      ),
      h('tbody', {}, entries.map(row)),
      footer,
    ),
    sumsNote(context, sums),
    next &&
      h('button', { type: 'button', class: 'button', testid: 'movement-more', text: t('movement.moreEntries'), on: { click: onMore } }),
  ]
}

/** How the sums were made, where that is not plain. */
function sumsNote({ t, format }, { leftOut, onDay }) {
  const count = format.count(leftOut)
  const texts = [
    onDay && t('movement.sumsOnDay', { day: format.day(onDay) }),
    leftOut > 0 && t(onDay ? 'movement.leftOutStanding' : 'movement.leftOut', { count }),
  ].filter(Boolean)
  return texts.length > 0 && h('p', { class: 'muted', testid: 'movement-sums-note', text: texts.join(' ') })
}

/**
 * Security teams as a table.
 * @param {{t: Function, format: object, onOpen: (team: object) => void}} context @param {object[]} teams
 */
export function teamTable({ t, format, onOpen }, teams) {
  const cell = (label, className, ...children) => h('td', { 'data-label': label, class: className }, ...children)
  const members = sumMembers(teams)
  const heads = ['team.name', 'team.area', 'team.members', 'team.byRole', 'team.lastGrading']
  return h(
    'table',
    { class: 'admin-table movement-table', testid: 'movement-table' },
    h('caption', { class: 'visually-hidden', text: t('team.register') }),
    h('thead', {}, h('tr', {}, heads.map((key) => h('th', { scope: 'col', class: key === 'team.members' ? 'number' : null, text: t(key) })))),
    h(
      'tbody',
      {},
      teams.map((team) =>
        h(
          'tr',
          { data: { id: String(team.id) } },
          h(
            'th',
            { scope: 'row', 'data-label': t('team.name') },
            h(
              'span',
              {},
              h('button', { type: 'button', class: 'link-button', testid: 'movement-open', text: team.name, on: { click: () => onOpen(team) } }),
              h('small', { text: team.kindName }),
              team.synthetic && h('span', { class: 'tag', text: t('movement.synthetic') }),
            ),
          ),
          cell(t('team.area'), null, team.area.fullName),
          cell(t('team.members'), 'number', team.memberCount === null ? '' : format.count(team.memberCount)),
          cell(t('team.byRole'), null, team.members.map(({ roleName, count }) => `${roleName}: ${format.count(count)}`).join('; ')),
          cell(
            t('team.lastGrading'),
            null,
            team.gradings.length ? `${team.gradings[0].year}: ${team.gradings[0].gradeName}` : '',
          ),
        ),
      ),
    ),
    h(
      'tfoot',
      {},
      h(
        'tr',
        { testid: 'movement-sums' },
        h('th', { scope: 'row', 'data-label': t('movement.total') }, h('span', { text: t('team.total', { count: format.count(teams.length) }) })),
        h('td'),
        cell(t('team.members'), 'number', members === null ? '' : format.count(members)),
        h('td'),
        h('td'),
      ),
    ),
  )
}
