import { dateField } from './datefield.js'
import { field, h } from './dom.js'

/**
 * What a change would do, and the decision.
 * @param {{t: Function, format: object, look: object, onPlace: (longitude: number, latitude: number) => void,
 *   onChild: (childId: number, decided: {part?: number, kind?: string|null}) => void,
 *   childKinds: string[], kindOf: (childId: number) => string|null, onStore: (decision: object) => void, onLeave: () => void}} context
 */
export function changeResult({ t, format, look, onPlace, onChild, childKinds, kindOf, onStore, onLeave }) {
  const reason = h('input', { type: 'text', maxlength: '1000', testid: 'change-reason', autocomplete: 'off', required: true })
  const number = h('input', { type: 'text', maxlength: '100', testid: 'change-decision', autocomplete: 'off' })
  const day = dateField({ t, format, testid: 'change-decision-day' })
  const missing = h('p', { class: 'hint hint-error', role: 'alert', hidden: true, text: t('change.reasonMissing') })
  const km2 = (area) => (area === null ? '–' : `${area.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 3 })} km²`)

  function submit(event) {
    event.preventDefault()
    missing.hidden = reason.value.trim() !== ''
    if (!missing.hidden) return reason.focus()
    onStore({ changes: look.changes, reason: reason.value, decisionNumber: number.value || null, decisionDay: day.value || null })
  }

  return h(
    'section',
    { class: 'stack', testid: 'change-result' },
    h('h2', { text: t('change.result', { day: format.day(look.day) }) }),
    look.concerns.length > 0 && h('ul', { class: 'import-issues', testid: 'change-concerns' }, look.concerns.map(concern)),
    look.beginning.length > 0 && [
      table('change.before', look.ending, (area) => [area.fullName, area.code, km2(area.areaSqKm), format.count(area.incidents), '']),
      table('change.after', look.beginning, (area) => [
        area.fullName,
        area.code,
        km2(area.areaSqKm),
        format.count(area.incidents),
        area.follows.map((link) => `${link.fullName} (${t(`change.${link.change}`)})`).join(', '),
      ]),
      h('p', { testid: 'change-moving', text: t('change.moving', { count: format.count(look.movingIncidents) }) }),
      look.incidentsByHand > 0 && h('p', { text: t('change.byHand', { count: format.count(look.incidentsByHand) }) }),
      look.incidentsLost > 0 && h('p', { class: 'hint hint-warning', text: t('change.lost', { count: format.count(look.incidentsLost) }) }),
      look.children.length > 0 && children(),
    ],
    look.storable
      ? h(
          'form',
          { class: 'stack', novalidate: true, on: { submit } },
          h(
            'div',
            { class: 'import-form change-fields' },
            field(t('change.reason'), reason, { class: 'change-wide' }),
            field(t('change.decision'), number, { hint: t('change.decisionHint') }),
            field(t('change.decisionDay'), day),
          ),
          missing,
          h(
            'div',
            { class: 'actions' },
            h('button', { type: 'button', class: 'button', text: t('territory.leave'), on: { click: onLeave } }),
            h('button', { type: 'submit', class: 'button button-primary', testid: 'change-store', text: t('change.store', { count: format.count(look.changes) }) }),
          ),
        )
      : h('p', { class: 'hint hint-error', text: t('change.notStorable') }),
  )

  function table(caption, areas, cells) {
    const heads = ['what', 'code', 'area', 'incidents', 'from']
    return h(
      'div',
      { class: 'import-table-box', tabindex: '0', role: 'region', 'aria-label': t(caption) },
      h(
        'table',
        { class: 'data-table import-table' },
        h('caption', { class: 'change-caption', text: t(caption) }),
        h('thead', {}, h('tr', {}, heads.slice(0, caption === 'change.before' ? 4 : 5).map((key) => h('th', { scope: 'col', text: t(`change.head.${key}`) })))),
        h(
          'tbody',
          {},
          areas.map((area) => {
            const [name, code, size, incidents, from] = cells(area)
            return h(
              'tr',
              {},
              h('th', { scope: 'row', text: name }),
              h('td', { text: code ?? '–' }),
              h('td', { class: 'number', text: size }),
              h('td', { class: 'number', text: incidents }),
              caption !== 'change.before' && h('td', { text: from }),
            )
          }),
        ),
      ),
    )
  }

  function children() {
    return h(
      'details',
      { class: 'fold' },
      h('summary', { text: t('change.children', { count: format.count(look.children.length) }) }),
      h(
        'ul',
        { class: 'change-children' },
        look.children.map((child) =>
          h(
            'li',
            {},
            h('span', { text: child.fullName === child.fullNameBefore ? child.fullName : `${child.fullNameBefore} → ${child.fullName}` }),
            look.beginning.length > 1
              ? home(child)
              : h('span', { class: 'muted', text: look.beginning[0].fullName }),
            kindOfChild(child),
          ),
        ),
      ),
    )
  }

  /** A commune that becomes a ward often makes blocks of its villages. */
  function kindOfChild(child) {
    const node = h('select', { testid: 'change-child-kind', 'aria-label': t('change.kindOfChild', { name: child.fullNameBefore }) }, choice('', t('change.kindKept')), childKinds.map((kind) => choice(kind, t(`change.kind.${kind}`))))
    node.value = kindOf(child.id) ?? ''
    node.addEventListener('change', () => onChild(child.id, { kind: node.value || null }))
    return node
  }

  function choice(value, text) {
    const option = h('option', { text })
    option.value = value
    return option
  }

  function home(child) {
    const node = h(
      'select',
      { 'aria-label': t('change.homeOf', { name: child.fullName }) },
      look.beginning.map((unit) => choice(String(unit.number), unit.fullName)),
    )
    node.value = String(child.part)
    node.addEventListener('change', () => onChild(child.id, { part: Number(node.value) }))
    return node
  }

  function concern(found) {
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
