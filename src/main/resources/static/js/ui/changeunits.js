import { NEEDS_GROUND } from '../model/boundarychange.js'
import { field, fill, h } from './dom.js'

/**
 * Which units change: a list to tick for a merger, one for most, a giver and a receiver for a transfer.
 * @param {{t: Function, onChange: (ids: number[]) => void}} context
 */
export function changeUnits({ t, onChange }) {
  const host = h('div', { class: 'stack' })
  let kind = 'merge'
  let units = []
  let chosen = []
  let rest = null

  function show() {
    if (kind === 'merge') return fill(host, many())
    rest = kind === 'redraw' ? select(null, t('change.nobody')) : null
    fill(
      host,
      h(
        'div',
        { class: 'import-form change-fields' },
        field(t(kind === 'transfer' ? 'change.giver' : 'change.unit'), one(0, 'change-unit')),
        kind === 'transfer' && field(t('change.receiver'), one(1, 'change-receiver')),
        rest && field(t('change.restTo'), rest, { hint: t('change.restHint') }),
      ),
      NEEDS_GROUND.has(kind) && h('p', { class: 'hint', text: t(`change.how.${kind}`) }),
    )
  }

  function many() {
    return h(
      'fieldset',
      { class: 'change-part' },
      h('legend', { text: t('change.units') }),
      h('p', { class: 'hint', text: t('change.unitsHint') }),
      h(
        'div',
        { class: 'change-list', testid: 'change-units' },
        units.map((unit) =>
          h(
            'label',
            { class: 'import-check' },
            h('input', {
              type: 'checkbox',
              checked: chosen.includes(unit.id),
              on: { change: ({ target }) => tick(unit.id, target.checked) },
            }),
            h('span', { text: unit.code ? `${unit.fullName} (${unit.code})` : unit.fullName }),
          ),
        ),
      ),
    )
  }

  function one(place, testid) {
    const node = select(chosen[place] ?? null, t('change.choose'))
    node.dataset.testid = testid
    node.addEventListener('change', () => {
      chosen[place] = node.value ? Number(node.value) : null
      onChange(chosen.filter(Boolean))
    })
    return node
  }

  function select(value, none) {
    const node = h('select', {}, option('', none), units.map((unit) => option(String(unit.id), unit.fullName)))
    node.value = value === null ? '' : String(value)
    return node
  }

  function tick(id, on) {
    chosen = on ? [...chosen, id] : chosen.filter((each) => each !== id)
    onChange(chosen)
  }

  return {
    element: host,
    /** @param {string} nextKind @param {object[]} nextUnits id, fullName, code */
    reset(nextKind, nextUnits) {
      const known = new Set(nextUnits.map(({ id }) => id))
      const most = { merge: Infinity, transfer: 2 }[nextKind] ?? 1
      chosen = chosen.filter((id) => known.has(id)).slice(0, most)
      kind = nextKind
      units = nextUnits
      show()
      onChange(chosen.filter(Boolean))
    },
    /** A click on the map. */
    toggle(id) {
      if (kind === 'merge') chosen = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]
      else if (kind === 'transfer') chosen = chosen.length === 1 && chosen[0] !== id ? [chosen[0], id] : [id]
      else chosen = [id]
      show()
      onChange(chosen.filter(Boolean))
    },
    get ids() {
      return chosen.filter(Boolean)
    },
    get restTo() {
      return rest?.value ? Number(rest.value) : null
    },
  }
}

function option(key, label) {
  const node = h('option', { text: label })
  node.value = key
  return node
}
