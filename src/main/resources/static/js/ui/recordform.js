import { differences } from '../model/movement.js'
import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { versionConflict } from './versionconflict.js'

/**
 * A window with a form of a record that has versions. It stays, with everything typed, until the service has taken it.
 * @param {object} options t, title, testid, wide
 *   content: the nodes of the form; fields: checked fields by the name that a problem gives
 *   version: of the record that is changed, null for a new one
 *   read: what is typed, or null after saying what is missing; snapshot: what is typed, for "would something be lost"
 *   write: puts a record of the service into the fields
 *   lines: a record or what is typed, as lines to compare
 *   save(body, version), onSaved(record), onClose
 *   taken: what to say when a new record meets one of its name
 */
export function openRecordForm(options) {
  const { t, title, testid, wide, content, fields, read, write, lines, snapshot, save, onSaved, onClose, taken } = options
  let { version } = options
  const problem = h('div', { testid: 'record-problem' })
  const submit = h('button', { type: 'submit', class: 'button button-primary', testid: 'record-save', text: t('record.save') })
  const cancel = h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => dialog.close() } })
  const actions = h('div', { class: 'actions record-actions' }, submit, cancel)
  const form = h('form', { class: 'stack record-form', novalidate: true, on: { submit: send } }, content, problem, actions)
  let before = JSON.stringify(snapshot())
  const dialog = openDialog(
    { title, t, testid, wide, isTyped: () => JSON.stringify(snapshot()) !== before, onClose },
    form,
  )
  // What is being mended is not called wrong any longer.
  form.addEventListener('input', ({ target }) => {
    Object.values(fields).find(({ element }) => element.contains(target))?.setProblem(null)
  })
  form.querySelector('select, input:not([readonly]), textarea')?.focus()

  async function send(event) {
    event?.preventDefault()
    for (const field of Object.values(fields)) field.setProblem(null)
    fill(problem)
    const body = read()
    if (!body) return form.querySelector('[aria-invalid=true]')?.focus()
    submit.disabled = true
    try {
      const saved = await save(body, version)
      dialog.close()
      onSaved(saved)
    } catch (error) {
      refused(error, body)
    } finally {
      submit.disabled = false
    }
  }

  function refused(error, body) {
    const { status, problem: said } = error
    if (status === 412 && said?.current) return conflict(body, said.current)
    if (status === 428 && version === null && taken) return fill(problem, notice(taken))
    if (status === 401)
      return fill(
        problem,
        notice(`${t('categories.signedOut')} `, h('a', { href: '/login', target: '_blank', rel: 'noopener', text: t('categories.signIn') })),
      )
    const field = fields[said?.parameter]
    if (field) {
      field.setProblem(said.detail)
      return field.input.focus()
    }
    fill(problem, problemBox(error, t))
    problem.scrollIntoView({ block: 'nearest' })
  }

  function notice(...words) {
    return h('div', { class: 'notice notice-error', role: 'alert', testid: 'record-refused' }, icon('warning'), h('p', {}, words))
  }

  function conflict(body, theirs) {
    actions.hidden = true
    const over = () => {
      version = theirs.version
      actions.hidden = false
      fill(problem)
    }
    fill(
      problem,
      versionConflict({ t }, differences(lines(theirs), lines(body)), {
        onMine() {
          over()
          send()
        },
        onTheirs() {
          over()
          write(theirs)
          before = JSON.stringify(snapshot())
          submit.focus()
        },
      }),
    )
    problem.firstElementChild.focus()
  }

  return dialog
}
