import { checkedField } from './checkedfield.js'
import { h } from './dom.js'
import { openRecordForm } from './recordform.js'

/** A kind of an open list, as lines to read or to compare. */
export const kindLines = (t, { nameVi, nameEn, countingWord, active }) => [
  { label: t('categories.nameVi'), text: nameVi },
  { label: t('categories.nameEn'), text: nameEn },
  { label: t('kinds.countingWord'), text: countingWord },
  { label: t('categories.use'), text: t(active ? 'categories.active' : 'categories.inactive') },
]

/**
 * The window to add a kind to an open list, or to change one.
 * @param {{t: Function, history: Node|null, save: (code: string, body: object, version: number|null) => Promise<object>,
 *   onSaved: (kind: object) => void, onClose: () => void}} context
 * @param {{key: string, label: string, codes: string[]}} list @param {object|null} kind null for a new one
 */
export function openKindForm(context, list, kind) {
  const { t, history, save } = context
  const text = (testid, longest) => h('input', { type: 'text', autocomplete: 'off', maxlength: String(longest), testid })
  const fields = {
    nameVi: checkedField(t('categories.nameVi'), text('kind-name-vi', 200)),
    nameEn: checkedField(t('categories.nameEn'), text('kind-name-en', 200)),
    countingWord: checkedField(t('kinds.countingWord'), text('kind-word', 40), { hint: t('kinds.countingWordHint') }),
    code: checkedField(t('categories.code'), text('kind-code', 39), { hint: t(kind ? 'kinds.codeFixed' : 'kinds.codeHint') }),
  }
  fields.nameEn.input.lang = 'en'
  fields.code.input.readOnly = kind !== null
  fields.code.input.autocapitalize = 'off'
  fields.code.input.spellcheck = false
  const active = h('input', { type: 'checkbox', testid: 'kind-active' })

  function write(record) {
    for (const name of ['nameVi', 'nameEn', 'countingWord', 'code']) fields[name].input.value = record[name] ?? ''
    active.checked = record.active ?? true
  }

  function read() {
    const names = ['nameVi', 'nameEn', 'countingWord', 'code']
    const values = Object.fromEntries(names.map((name) => [name, fields[name].input.value.trim()]))
    const empty = names.filter((name) => !values[name])
    empty.forEach((name) => fields[name].setProblem(t('record.missing')))
    if (!kind && list.codes.includes(values.code)) {
      fields.code.setProblem(t('kinds.codeTaken', { code: values.code }))
      return null
    }
    return empty.length ? null : { ...values, active: active.checked }
  }

  write(kind ?? {})
  return openRecordForm({
    ...context,
    title: kind ? t('kinds.editTitle', { name: kind.nameVi }) : t('kinds.addTitle', { list: list.label }),
    testid: 'kind-form',
    version: kind?.version ?? null,
    fields,
    content: [
      Object.values(fields).map(({ element }) => element),
      h(
        'div',
        { class: 'field' },
        h('label', { class: 'check' }, active, h('span', { text: t('categories.active') })),
        h('p', { class: 'hint', text: t('kinds.activeHint') }),
      ),
      history,
    ],
    read,
    write,
    snapshot: () => [...Object.values(fields).map(({ input }) => input.value), active.checked],
    lines: (record) => kindLines(t, record),
    taken: t('kinds.codeTaken', { code: '' }),
    save: ({ code, ...body }, version) => save(code, body, version),
  })
}
