import { checkedField } from './checkedfield.js'
import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { problemBox } from './messages.js'

/**
 * Asks which person of the identity provider an account is.
 * @param {{t: Function}} context
 * @param {{account: object, provider: string, link: (subject: string, password: string) => Promise<void>, onLinked: () => void,
 *   onClose: () => void}} content
 */
export function openProviderLink({ t }, { account, provider, link, onLinked, onClose }) {
  const subject = checkedField(
    t('accounts.provider.subject', { name: provider }),
    h('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: '255', testid: 'provider-subject' }),
    { hint: t('accounts.provider.subjectHint') },
  )
  const password = checkedField(
    t('accounts.provider.password'),
    h('input', { type: 'password', autocomplete: 'current-password', testid: 'provider-password' }),
    { hint: t('accounts.provider.passwordHint') },
  )
  const problem = h('div', { testid: 'provider-problem' })
  const submit = h('button', { type: 'submit', class: 'button button-primary', testid: 'provider-link', text: t('accounts.provider.link') })
  const dialog = openDialog(
    {
      title: t('accounts.provider.linkOne', { name: account.username, provider }),
      t,
      testid: 'provider-dialog',
      isTyped: () => subject.input.value !== '',
      onClose,
    },
    h(
      'form',
      { class: 'stack', novalidate: true, on: { submit: send } },
      subject.element,
      password.element,
      problem,
      h('div', { class: 'actions' }, submit, h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => dialog.close() } })),
    ),
  )
  subject.input.focus()

  async function send(event) {
    event.preventDefault()
    for (const each of [subject, password]) each.setProblem(null)
    fill(problem)
    submit.disabled = true
    try {
      await link(subject.input.value.trim(), password.input.value)
      dialog.close()
      onLinked()
    } catch (error) {
      const at = { subject, currentPassword: password }[error.problem?.parameter]
      if (!at) return fill(problem, problemBox(error, t))
      at.setProblem(error.problem.detail)
      at.input.focus()
    } finally {
      submit.disabled = false
    }
  }
}
