import { h } from './dom.js'

/** "11-01" of the service as "01/11". @param {string} day */
export const dayMonth = (day) => `${day.slice(3)}/${day.slice(0, 2)}`

/** The twelve months that begin on a day and end within the year. */
function windowText(t, start) {
  // Of a common year: the last day of February is named for both.
  const last = new Date(Date.UTC(2023, Number(start.slice(0, 2)) - 1, Number(start.slice(3)) - 1))
  const to = start === '03-01' ? '28–29/02' : dayMonth(last.toISOString().slice(5, 10))
  return t(start === '01-01' ? 'rule.windowSame' : 'rule.windowBefore', { from: dayMonth(start), to })
}

/** Until when a step is due, in words. */
export function dueText(t, { day, daysAfterWindow }) {
  return day ? t('rule.dueDay', { day: dayMonth(day) }) : t('rule.dueDays', { count: String(daysAfterWindow) })
}

/**
 * The windows and deadlines of a set, each with its source and whether it was checked.
 * @param {{t: Function, onWindows: () => void, onDeadline: (deadline: object) => void}} context @param {object} set
 */
export function ruleTable({ t, onWindows, onDeadline }, { windows, deadlines }) {
  const row = (key, name, when, { verified, source }, onEdit) =>
    h(
      'tr',
      { data: { rule: key } },
      h('th', { scope: 'row', 'data-label': t('rule.what'), text: name }),
      h(
        'td',
        { 'data-label': t('rule.when') },
        h('span', {}, when.map((text) => h('span', { class: 'rule-line', text })), h('small', { lang: 'vi', text: source })),
      ),
      h(
        'td',
        { 'data-label': t('criterion.check') },
        h('span', { class: verified ? 'tag' : 'tag tag-warning', text: t(verified ? 'criterion.verified' : 'criterion.unverified') }),
      ),
      h(
        'td',
        { class: 'category-do' },
        h('button', {
          type: 'button',
          class: 'button button-small',
          testid: 'rule-edit',
          'aria-label': t('rule.editTitle', { name }),
          text: t('categories.edit'),
          on: { click: onEdit },
        }),
      ),
    )
  const heads = ['rule.what', 'rule.when', 'criterion.check']
  return h(
    'section',
    { class: 'kind-list', testid: 'rules' },
    h('h2', { text: t('rule.heading') }),
    windows.communeBeforeAreas && h('p', { class: 'notice notice-warning', text: t('rule.communeBeforeAreas') }),
    h(
      'table',
      { class: 'admin-table criteria-table' },
      h('caption', { class: 'visually-hidden', text: t('rule.heading') }),
      h('thead', {}, h('tr', {}, heads.map((key) => h('th', { scope: 'col', text: t(key) })), h('td'))),
      h(
        'tbody',
        {},
        row(
          'windows',
          t('rule.windows'),
          [
            t('rule.ofAreas', { window: windowText(t, windows.areaStart) }),
            t('rule.ofCommunes', { window: windowText(t, windows.communeStart) }),
          ],
          windows,
          onWindows,
        ),
        deadlines.map((deadline) =>
          row(deadline.status, t(`rule.step.${deadline.status}`), [dueText(t, deadline)], deadline, () => onDeadline(deadline)),
        ),
      ),
    ),
  )
}
