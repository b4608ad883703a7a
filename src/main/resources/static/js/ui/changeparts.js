import { toPart } from '../model/boundarychange.js'
import { field, fill, h } from './dom.js'

/**
 * What the units that begin are called and have: one for a merger or renaming, two or more for a split.
 * @param {{t: Function}} context
 */
export function changeParts({ t }) {
  const host = h('div', { class: 'stack' })
  let rows = []
  let several = false
  let kinds = []
  let parents = []

  function row(number) {
    const inputs = {
      name: h('input', { type: 'text', maxlength: '150', testid: 'change-name', autocomplete: 'off' }),
      kind: h('select', { testid: 'change-unit-kind' }, option('', t('change.kindKept')), kinds.map((kind) => option(kind, t(`change.kind.${kind}`)))),
      parentId: h('select', { testid: 'change-parent' }, option('', t('change.parentKept')), parents.map(({ id, fullName }) => option(String(id), fullName))),
      code: h('input', { type: 'text', maxlength: '10', testid: 'change-code', autocomplete: 'off' }),
      population: h('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' }),
      households: h('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' }),
      areaSqKm: h('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off' }),
    }
    const element = h(
      'fieldset',
      { class: 'change-part' },
      h('legend', { text: several ? t('change.partOf', { number }) : t('change.newUnit') }),
      h(
        'div',
        { class: 'import-form change-fields' },
        field(t('change.name'), inputs.name, { hint: several ? null : t('change.nameHint') }),
        field(t('change.unitKind'), inputs.kind),
        field(t('change.code'), inputs.code),
        parents.length > 1 && field(t('change.parent'), inputs.parentId),
      ),
      h(
        'details',
        { class: 'fold' },
        h('summary', { text: t('change.figures') }),
        h('p', { class: 'hint', text: t('change.figuresHint') }),
        h(
          'div',
          { class: 'import-form change-fields' },
          field(t('change.population'), inputs.population),
          field(t('change.households'), inputs.households),
          field(t('change.officialArea'), inputs.areaSqKm),
        ),
      ),
    )
    return { element, inputs }
  }

  function show() {
    fill(
      host,
      rows.map(({ element }) => element),
      several &&
        h(
          'div',
          { class: 'actions' },
          h('button', { type: 'button', class: 'button', text: t('change.morePart'), on: { click: more } }),
          rows.length > 2 && h('button', { type: 'button', class: 'button', text: t('change.lessPart'), on: { click: less } }),
        ),
    )
  }

  function more() {
    rows.push(row(rows.length + 1))
    show()
    rows.at(-1).inputs.name.focus()
  }

  function less() {
    rows.pop()
    show()
  }

  return {
    element: host,
    /**
     * @param {string} kind of change @param {string[]} unitKinds that units of the level can be
     * @param {object[]} above id, fullName of the units that one of the level can belong to on the day
     */
    reset(kind, unitKinds, above = []) {
      parents = above
      several = kind === 'split'
      kinds = unitKinds
      rows = several ? [row(1), row(2)] : kind === 'merge' || kind === 'rename' ? [row(1)] : []
      show()
    },
    get value() {
      return rows.map(({ inputs }) =>
        toPart(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value]))),
      )
    },
  }
}

function option(key, label) {
  const node = h('option', { text: label })
  node.value = key
  return node
}
