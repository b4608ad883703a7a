import { createToken, endSession, loadOwnSessions, loadOwnTokens, revokeToken } from '../api/accounts.js'
import { openDialog } from './dialog.js'
import { field, fill, h } from './dom.js'
import { problemBox } from './messages.js'
import { openSecret } from './secretdialog.js'

const CHOICES_DAYS = [30, 90, 366]

/**
 * Where the account is signed in, and its codes for programs such as QGIS.
 * @param {{t: Function, format: object, username: string}} context
 */
export function openOwnAccess({ t, format, username }) {
  const sessions = h('ul', { class: 'sign-ins', testid: 'own-sessions' })
  const tokens = h('ul', { class: 'sign-ins', testid: 'own-tokens' })
  const problem = h('div')
  const name = h('input', { type: 'text', maxlength: '80', required: true, autocomplete: 'off', testid: 'token-name', placeholder: t('token.nameExample') })
  const days = h(
    'select',
    { class: 'select', testid: 'token-days', value: '90' },
    CHOICES_DAYS.map((count) => h('option', { value: String(count), text: t('token.days', { count }) })),
  )
  const password = h('input', { type: 'password', autocomplete: 'current-password', required: true, testid: 'token-password' })
  const mayWrite = h('input', { type: 'checkbox', testid: 'token-write' })
  openDialog(
    { title: t('account.access'), t, testid: 'access-dialog', isTyped: () => name.value !== '' || password.value !== '' },
    h(
      'div',
      { class: 'stack' },
      h('h3', { text: t('access.sessions') }),
      sessions,
      h('h3', { text: t('access.tokens') }),
      h('p', { class: 'muted', text: t('access.tokensText') }),
      tokens,
      h('p', { class: 'muted', text: t('access.qgisText') }),
      h('p', {}, h('a', { class: 'button', href: '/ogc/qgis', testid: 'qgis-project', text: t('access.qgis') })),
      h(
        'form',
        { class: 'stack', on: { submit: make } },
        field(t('token.name'), name),
        field(t('token.until'), days),
        h('label', { class: 'check' }, mayWrite, h('span', { text: t('token.mayWrite') })),
        field(t('account.current'), password, { hint: t('token.passwordHint') }),
        problem,
        h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button button-primary', testid: 'token-make', text: t('token.make') })),
      ),
    ),
  )
  draw()

  async function draw() {
    try {
      const [open, valid] = await Promise.all([loadOwnSessions(), loadOwnTokens()])
      fill(sessions, open.length ? open.map(sessionRow) : h('li', { class: 'muted', text: t('access.noSession') }))
      fill(tokens, valid.length ? valid.map(tokenRow) : h('li', { class: 'muted', text: t('access.noToken') }))
    } catch (error) {
      fill(problem, problemBox(error, t, draw))
    }
  }

  function row(title, lines, action) {
    return h('li', {}, h('div', {}, h('p', {}, h('strong', { text: title })), lines.map((text) => h('p', { class: 'muted', text }))), action)
  }

  function button(testid, key, label, run) {
    return h('button', {
      type: 'button',
      class: 'button',
      testid,
      text: t(key),
      'aria-label': label,
      on: {
        async click({ currentTarget }) {
          currentTarget.disabled = true
          try {
            await run()
            fill(problem)
          } catch (error) {
            fill(problem, problemBox(error, t))
          }
          await draw()
        },
      },
    })
  }

  function sessionRow({ id, client: named, begunAt, lastSeenAt, here }) {
    const client = named || t('access.unknownClient')
    return row(
      here ? t('access.here', { client }) : client,
      [t('access.since', { begun: format.instant(begunAt), seen: format.instant(lastSeenAt) })],
      !here && button('session-end', 'access.end', t('access.endOne', { client }), () => endSession(id)),
    )
  }

  function tokenRow({ id, name: called, mayWrite: writes, expiresAt, lastUsedAt }) {
    return row(
      called,
      [
        t(writes ? 'token.readsAndWrites' : 'token.readsOnly', { day: format.instant(expiresAt) }),
        lastUsedAt ? t('token.used', { time: format.instant(lastUsedAt) }) : t('token.unused'),
      ],
      button('token-revoke', 'token.revoke', t('token.revokeOne', { name: called }), () => revokeToken(id)),
    )
  }

  async function make(event) {
    event.preventDefault()
    try {
      const made = await createToken({ currentPassword: password.value, name: name.value, days: Number(days.value), mayWrite: mayWrite.checked })
      name.value = ''
      password.value = ''
      fill(problem)
      await draw()
      openSecret({ t }, { title: t('token.madeTitle', { name: made.listed.name }), text: t('token.madeText', { username }), secret: made.token })
    } catch (error) {
      fill(problem, problemBox(error, t))
    }
  }
}
