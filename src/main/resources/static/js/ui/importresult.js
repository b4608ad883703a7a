import { fill, h } from './dom.js'
import { importEffect } from './importeffect.js'

const ORDER = ['refused', 'changed', 'added', 'ended', 'unchanged']

/**
 * What would become of each feature, with reasons, and the decision.
 * @param {{t: Function, format: object, look: object, roads: boolean, communes: boolean, present: object[],
 *   onPlace: (longitude: number, latitude: number) => void,
 *   onLinks: (number: number, unitIds: number[]) => void, onStore: () => void, onLeave: () => void}} context
 */
export function importResult({ t, format, look, roads, communes, present, onPlace, onLinks, onStore, onLeave }) {
  const areas = [...look.areas].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.number - b.number)
  return h(
    'section',
    { class: 'stack' },
    h(
      'p',
      { class: 'import-counts', testid: 'import-counts' },
      ORDER.filter((status) => look.counts[status]).map((status) =>
        h('span', { class: `tag import-${status}`, text: `${t(`territory.status.${status}`)}: ${format.count(look.counts[status])}` }),
      ),
    ),
    importEffect({ t, format, look, layer: roads ? 'road' : communes ? 'commune' : 'area' }),
    look.counts.refused > 0 && h('p', { class: 'hint hint-warning', text: t(communes ? 'territory.refusedAll' : 'territory.refusedStay') }),
    look.areasLeftOut > 0 && h('p', { class: 'hint', text: t('territory.leftOut', { count: format.count(look.areasLeftOut) }) }),
    look.changes === 0 && h('p', { class: 'hint', text: t('territory.nothing') }),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', testid: 'import-leave', text: t('territory.leave'), on: { click: onLeave } }),
      h('button', {
        type: 'button',
        class: 'button button-primary',
        testid: 'import-store',
        disabled: look.changes === 0,
        text: t('territory.store', { count: format.count(look.changes) }),
        on: { click: onStore },
      }),
    ),
    look.issues.length > 0 && h('div', {}, h('h3', { text: t('territory.topology') }), h('ul', { class: 'import-issues' }, look.issues.map(issue))),
    h(
      'div',
      { class: 'import-table-box', tabindex: '0', role: 'region', 'aria-label': t('territory.caption') },
      h(
        'table',
        { class: 'data-table import-table', testid: 'import-rows' },
        h('caption', { class: 'visually-hidden', text: t('territory.caption') }),
        h('thead', {}, h('tr', {}, ['number', 'what', roads ? 'length' : 'area', 'why'].map((key) => h('th', { scope: 'col', text: t(`territory.${key}`) })))),
        h('tbody', {}, areas.map(row)),
      ),
    ),
  )

  function row(area) {
    return h(
      'tr',
      { data: { number: String(area.number) } },
      h('td', { text: area.number ? String(area.number) : '–' }),
      h('th', { scope: 'row' }, h('span', { text: area.fullName || '–' }), ' ', h('span', { class: `tag import-${area.status}`, text: t(`territory.status.${area.status}`) })),
      h('td', { class: 'number', text: size(area) }),
      h(
        'td',
        {},
        area.before && area.before !== area.fullName && h('p', { text: t('territory.was', { name: area.before }) }),
        area.differences.length > 0 && h('p', { text: t('territory.differs', { what: area.differences.map((each) => t(`territory.diff.${each}`)).join(', ') }) }),
        area.links.map((link) =>
          h(
            'p',
            {},
            t('territory.follows', {
              name: link.fullName,
              change: t(`change.${link.change}`),
              why: t(`territory.why.${link.evidence}`, { percent: link.percent }),
            }),
            ' ',
            h('button', {
              type: 'button',
              class: 'link-button',
              'aria-label': t('territory.unlink', { name: link.fullName }),
              text: t('territory.unlinkShort'),
              on: { click: () => onLinks(area.number, area.links.filter((each) => each !== link).map((each) => each.id)) },
            }),
          ),
        ),
        ['added', 'changed'].includes(area.status) && present.length > 0 && another(area),
        area.repairs.map((repair) =>
          h('p', {
            class: 'hint',
            text: t(roads ? 'territory.repairLine' : 'territory.repair', { rule: repair.text, before: format.count(Math.round(repair.areaBeforeSqM)), after: format.count(Math.round(repair.areaAfterSqM)) }),
          }),
        ),
        area.issues.length > 0 && h('ul', { class: 'import-issues' }, area.issues.map(issue)),
      ),
    )
  }

  /** A person knows what the file and the ground do not tell; the list opens on demand. */
  function another(area) {
    const host = h('p', {})
    const open = h('button', {
      type: 'button',
      class: 'link-button',
      testid: 'import-follow-open',
      'aria-label': t('territory.followAnotherOf', { name: area.fullName }),
      text: t('territory.followAnother'),
      on: {
        click() {
          const select = choice(area)
          fill(host, select)
          select.focus()
        },
      },
    })
    fill(host, open)
    return host
  }

  function choice(area) {
    const linked = area.links.map((link) => link.id)
    const node = h(
      'select',
      { testid: 'import-follow', 'aria-label': t('territory.followAnotherOf', { name: area.fullName }) },
      h('option', { value: '', text: t('territory.followAnother') }),
      present.filter(({ id }) => !linked.includes(id)).map(({ id, fullName }) => h('option', { value: String(id), text: fullName })),
    )
    node.addEventListener('change', () => node.value && onLinks(area.number, [...linked, Number(node.value)]))
    return node
  }

  function size(area) {
    const value = roads ? area.lengthKm : area.areaSqKm
    return value === null ? '–' : `${value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 3 })} ${roads ? 'km' : 'km²'}`
  }

  function issue(found) {
    return h(
      'li',
      { class: found.refuses ? 'hint-error' : 'hint-warning' },
      found.text,
      ' ',
      found.longitude !== null &&
        h('button', { type: 'button', class: 'link-button', text: t('territory.onMap'), on: { click: () => onPlace(found.longitude, found.latitude) } }),
    )
  }
}
