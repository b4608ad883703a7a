import { categoryConflict } from './categoryconflict.js'
import { checkedField } from './checkedfield.js'
import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'

const LONGEST_NAME = 200
const LONGEST_CODE = 20

/**
 * The window to add a category, or to change one. It stays, with everything typed, until the server has taken it.
 * @param {{t: Function, lang: string, scales: object[], codes: string[], save: Function, onSaved: (category: object) => void,
 *   onClose: () => void}} context save(code, body, version) gives the category as it is then
 * @param {object|null} category null for a new one
 */
export function openCategoryForm({ t, lang, scales, codes, save, onSaved, onClose }, category) {
  let base = category
  const text = (testid, longest, value = '') =>
    h('input', { type: 'text', autocomplete: 'off', maxlength: String(longest), testid, value })
  const box = (testid, checked) => h('input', { type: 'checkbox', testid, checked })

  const fields = {
    code: checkedField(t('categories.code'), text('category-code', LONGEST_CODE, category?.code), {
      hint: t(category ? 'categories.codeFixed' : 'categories.codeHint'),
    }),
    nameVi: checkedField(t('categories.nameVi'), text('category-name-vi', LONGEST_NAME, category?.nameVi)),
    nameEn: checkedField(t('categories.nameEn'), text('category-name-en', LONGEST_NAME, category?.nameEn)),
    scale: checkedField(
      t('categories.scale'),
      h(
        'select',
        { class: 'select', testid: 'category-scale', value: category?.scale ?? 'none' },
        scales.map(({ scale }) => h('option', { value: scale, text: t(`categories.scale.${scale}`) })),
      ),
    ),
  }
  fields.code.input.readOnly = category !== null
  fields.code.input.autocapitalize = 'characters'
  fields.code.input.spellcheck = false
  fields.nameEn.input.lang = 'en'
  const restricted = box('category-restricted', category?.restricted ?? false)
  const active = box('category-active', category?.active ?? true)
  const warnings = h('div', { class: 'stack', 'aria-live': 'polite', testid: 'category-warnings' })
  const problem = h('div', { testid: 'category-problem' })
  const submit = h('button', { type: 'submit', class: 'button button-primary', testid: 'category-save' })
  const actions = h(
    'div',
    { class: 'actions' },
    submit,
    h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => dialog.close() } }),
  )
  const check = (input, label, hint) =>
    h('div', { class: 'field' }, h('label', { class: 'check' }, input, h('span', { text: label })), h('p', { class: 'hint', text: hint }))

  const form = h(
    'form',
    { class: 'stack', novalidate: true, on: { submit: send, input: look, change: look } },
    Object.values(fields).map(({ element }) => element),
    check(restricted, t('categories.restricted'), t('categories.restrictedHint')),
    check(active, t('categories.active'), t('categories.activeHint')),
    warnings,
    problem,
    actions,
  )
  const before = JSON.stringify(typed())
  const dialog = openDialog(
    {
      title: category ? t('categories.editOne', { name: category.nameVi }) : t('categories.add'),
      t,
      testid: 'category-dialog',
      isTyped: () => JSON.stringify(typed()) !== before,
      onClose,
    },
    form,
  )
  look()
  fields[category ? 'nameVi' : 'code'].input.focus()

  function typed() {
    return {
      code: fields.code.input.value.trim().toUpperCase(),
      nameVi: fields.nameVi.input.value,
      nameEn: fields.nameEn.input.value,
      scale: fields.scale.input.value,
      restricted: restricted.checked,
      active: active.checked,
    }
  }

  /** What the grades would be, and what the change would mean for the users. */
  function look() {
    const { grades } = scales.find(({ scale }) => scale === fields.scale.input.value) ?? { grades: [] }
    const names = grades.map((grade) => (lang === 'en' ? grade.nameEn : grade.nameVi)).join(' → ')
    fill(fields.scale.hint, names || t('categories.noGrades'))
    const was = base ?? { restricted: false, active: true }
    const texts = [
      restricted.checked && !was.restricted && t(base ? 'categories.willRestrict' : 'categories.willBeRestricted'),
      !restricted.checked && was.restricted && t('categories.willOpen'),
      !active.checked && was.active && t(base ? 'categories.willStop' : 'categories.willBeStopped'),
    ].filter(Boolean)
    const said = texts.join('\n')
    // Filled only when it changes: a screen reader would read it out with every letter.
    if (warnings.dataset.said !== said)
      fill(
        warnings,
        texts.map((words) => h('p', { class: 'notice notice-warning' }, icon('warning'), h('span', { text: words }))),
      )
    warnings.dataset.said = said
    submit.textContent = t(texts.length ? 'categories.saveKnowing' : 'categories.save')
  }

  async function send(event) {
    event?.preventDefault()
    const { code, ...body } = typed()
    clear()
    if (missing({ code, ...body })) return
    if (!category && codes.includes(code)) return wrong('code', t('categories.codeTaken', { code }))
    submit.disabled = true
    try {
      const saved = await save(code, body, base ? base.version : null)
      dialog.close()
      onSaved(saved)
    } catch (error) {
      refused(error, code)
    } finally {
      submit.disabled = false
    }
  }

  function clear() {
    Object.values(fields).forEach((field) => field.setProblem(null))
    fill(problem)
  }

  function missing(values) {
    const empty = ['code', 'nameVi', 'nameEn'].filter((name) => !values[name].trim())
    empty.forEach((name) => fields[name].setProblem(t('categories.missing')))
    if (empty.length) fields[empty[0]].input.focus()
    return empty.length > 0
  }

  function wrong(name, words) {
    fields[name].setProblem(words)
    fields[name].input.focus()
  }

  function refused(error, code) {
    const { status, problem: said } = error
    // Somebody has added the same code since the list was read.
    if (status === 428 && !category) return wrong('code', t('categories.codeTaken', { code }))
    if (status === 412 && said.current) return conflict(said.current)
    if (status === 401)
      return fill(
        problem,
        h(
          'div',
          { class: 'notice notice-error', role: 'alert', testid: 'category-signed-out' },
          icon('warning'),
          h('p', {}, `${t('categories.signedOut')} `, h('a', { href: '/login', target: '_blank', rel: 'noopener', text: t('categories.signIn') })),
        ),
      )
    if (fields[said?.parameter]) return wrong(said.parameter, said.detail)
    fill(problem, problemBox(error, t))
  }

  /** Nothing of the other is overwritten unseen, and nothing typed here is lost. */
  function conflict(theirs) {
    actions.hidden = true
    const over = () => {
      base = theirs
      actions.hidden = false
      fill(problem)
    }
    fill(
      problem,
      categoryConflict({ t }, typed(), theirs, {
        onMine() {
          over()
          look()
          send()
        },
        onTheirs() {
          over()
          fields.nameVi.input.value = theirs.nameVi
          fields.nameEn.input.value = theirs.nameEn
          fields.scale.input.value = theirs.scale
          restricted.checked = theirs.restricted
          active.checked = theirs.active
          look()
          fields.nameVi.input.focus()
        },
      }),
    )
    problem.firstElementChild.focus()
  }
}
