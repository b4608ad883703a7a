import {
  changeAccount,
  createAccount,
  endAllSessions,
  linkToProvider,
  loadAccounts,
  lookAtAccounts,
  makeAccounts,
  resetPassword,
  resetSecondFactor,
  revokeAllTokens,
  searchUnits,
  unlinkFromProvider,
} from '../api/accounts.js'
import { whenSignInNeeded } from '../api/http.js'
import { renewCsrf } from '../api/session.js'
import { createFormat } from '../model/format.js'
import { createTranslator } from '../i18n/index.js'
import { openAccountForm } from '../ui/accountform.js'
import { openAccountTable } from '../ui/accounttabledialog.js'
import { accountRow } from '../ui/accounttable.js'
import { byId, fill, h } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'
import { openProviderLink } from '../ui/providerlink.js'
import { openSecret } from '../ui/secretdialog.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
const SAID_FOR_MS = 10_000
let list = { accounts: [], roles: [], extraRights: [] }
let typing = false
let saidUntil = null
// What is typed must not be lost to a session that has ended: the form itself says so.
whenSignInNeeded(() => typing || window.location.assign('/login?expired'))

const find = h('input', { type: 'search', testid: 'account-find', 'aria-label': t('accounts.find'), placeholder: t('accounts.find'), on: { input: draw } })
fill(byId('find'), h('div', { class: 'account-find' }, find))

async function show() {
  try {
    list = await loadAccounts()
    draw()
    fill(byId('problem'))
    byId('add').disabled = byId('add-table').disabled = false
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, show))
  }
}

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()

function draw() {
  const wanted = folded(find.value.trim())
  const shown = list.accounts.filter(({ username, displayName, units }) =>
    folded([username, displayName, ...units.map(({ fullName }) => fullName)].join(' ')).includes(wanted),
  )
  fill(byId('accounts'), shown.map((account) => accountRow({ t, onEdit: open }, account)))
}

function say(text) {
  byId('said').textContent = text
  clearTimeout(saidUntil)
  saidUntil = setTimeout(() => (byId('said').textContent = ''), SAID_FOR_MS)
}

/** @param {object|null} account null for a new one */
function open(account) {
  typing = true
  say('')
  const dialog = openAccountForm(
    {
      t,
      format,
      roles: list.roles,
      extraRights: list.extraRights,
      search: searchUnits,
      async save(draft, version) {
        await renewCsrf()
        return account ? { account: await changeAccount(account.id, draft, version) } : createAccount(draft)
      },
      async onSaved(made) {
        await show()
        if (made.password) tellPassword(made)
        else back(made.account.username, t('accounts.saved', { name: made.account.username }))
      },
      onClose() {
        typing = false
      },
      actions: account ? [...steps(account, () => dialog)] : [],
    },
    account,
  )
}

/** What is done with an account beside changing it; each asks once more. */
function* steps(account, dialog) {
  const step = (testid, label, question, run) =>
    h('button', {
      type: 'button',
      class: 'button button-danger',
      testid,
      text: t(label),
      on: {
        async click({ currentTarget }) {
          if (currentTarget.dataset.asked !== 'yes') {
            currentTarget.dataset.asked = 'yes'
            currentTarget.textContent = t(question)
            return
          }
          try {
            await renewCsrf()
            const made = await run()
            dialog().close()
            await show()
            if (made?.password) tellPassword(made)
            else back(account.username, t('accounts.ended', { name: account.username }))
          } catch (error) {
            dialog().close()
            fill(byId('problem'), problemBox(error, t))
          }
        },
      },
    })
  yield step('account-reset', 'accounts.reset', 'accounts.resetSure', () => resetPassword(account.id))
  if (account.secondFactor)
    yield step('account-factor', 'accounts.resetFactor', 'accounts.factorSure', () => resetSecondFactor(account.id))
  if (account.provider)
    yield step('account-unlink', 'accounts.provider.unlink', 'accounts.provider.unlinkSure', () => unlinkFromProvider(account.id))
  else if (list.provider)
    yield h('button', {
      type: 'button',
      class: 'button',
      testid: 'account-link',
      text: t('accounts.provider.linkTo', { name: list.provider }),
      on: {
        click() {
          dialog().close()
          link(account)
        },
      },
    })
  if (account.sessions.length)
    yield step('account-end', 'accounts.endSessions', 'accounts.endSure', () => endAllSessions(account.id))
  if (account.tokens.length)
    yield step('account-revoke', 'accounts.revokeTokens', 'accounts.revokeSure', () => revokeAllTokens(account.id))
}

function link(account) {
  typing = true
  openProviderLink(
    { t },
    {
      account,
      provider: list.provider,
      async link(subject, password) {
        await renewCsrf()
        await linkToProvider(account.id, subject, password)
      },
      async onLinked() {
        await show()
        back(account.username, t('accounts.saved', { name: account.username }))
      },
      onClose() {
        typing = false
      },
    },
  )
}

function tellPassword({ account, password }) {
  openSecret(
    { t },
    {
      title: t('accounts.passwordOf', { name: account.username }),
      text: t('accounts.passwordText'),
      secret: password,
      onClose: () => back(account.username, t('accounts.saved', { name: account.username })),
    },
  )
}

function openTable() {
  typing = true
  say('')
  const asked = (work) => async (rows) => {
    await renewCsrf()
    return work(rows)
  }
  openAccountTable({
    t,
    roles: list.roles,
    extraRights: list.extraRights,
    look: asked(lookAtAccounts),
    make: asked(makeAccounts),
    onMade: show,
    onClose() {
      typing = false
    },
  })
}

/** The list was drawn anew: the keyboard goes on where it was. */
function back(username, text) {
  say(text)
  document.querySelector(`tr[data-username="${CSS.escape(username)}"] button`)?.focus()
}

byId('add').addEventListener('click', () => open(null))
byId('add-table').addEventListener('click', openTable)
show()
