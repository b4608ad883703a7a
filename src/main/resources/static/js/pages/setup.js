import { createAccount, loadAccounts, searchUnits } from '../api/accounts.js'
import { whenSignInNeeded } from '../api/http.js'
import { renewCsrf } from '../api/session.js'
import { loadCommunes, loadProvinces, loadSetup, savePlaces, saveRegister } from '../api/setup.js'
import { createTranslator } from '../i18n/index.js'
import { createFormat } from '../model/format.js'
import { openAccountForm } from '../ui/accountform.js'
import { byId, fill, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { problemBox } from '../ui/messages.js'
import { openSecret } from '../ui/secretdialog.js'
import { setupChecks } from '../ui/setupchecks.js'
import { setupPlaces } from '../ui/setupplaces.js'
import { setupRegister } from '../ui/setupregister.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
const FIRST_ROLES = ['planner', 'officer', 'leader']
const IMPORT = '/import?collection=communes'
let country = null
let changing = false
let typing = false
whenSignInNeeded(() => typing || window.location.assign('/login?expired'))

async function show() {
  try {
    country ??= await loadProvinces()
    draw(await loadSetup())
    fill(byId('problem'))
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, show))
  }
}

function draw(setup) {
  fill(byId('checks'), setupChecks({ t, format }, setup))
  if (setup.demo) {
    fill(byId('steps'), h('p', { class: 'notice notice-info', testid: 'setup-demo' }, icon('info'), h('span', { text: t('setup.demo') })))
    return
  }
  fill(byId('steps'), placesStep(setup), setup.places.length > 0 && [accountsStep(setup), boundariesStep(setup), registerStep(setup)])
}

function step(number, title, lead, ...content) {
  const id = `step-${number}`
  return h(
    'section',
    { class: 'setup-card', 'aria-labelledby': id },
    h('h2', { id, tabindex: '-1' }, h('small', { text: t('setup.step', { number }) }), t(title)),
    lead && h('p', { class: 'muted', text: lead }),
    content,
  )
}

function placesStep({ places, needed }) {
  if (needed || changing)
    return step(1, 'setup.places', t('setup.placesLead'), setupPlaces({ t, format, ...country, loadCommunes, save: nameThem }, places))
  return step(
    1,
    'setup.places',
    null,
    h('ul', { testid: 'setup-places' }, places.map(({ fullName, parentName }) => h('li', { text: parentName ? `${fullName}, ${parentName}` : fullName }))),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', testid: 'setup-change-places', text: t('setup.changePlaces'), on: { click: () => ((changing = true), show()) } }),
    ),
  )
}

async function nameThem(codes) {
  await renewCsrf()
  const setup = await savePlaces(codes)
  changing = false
  draw(setup)
  say(t('setup.savedPlaces'))
  byId('step-2').focus()
}

function accountsStep({ places, checks }) {
  const button = (role) => {
    const done = checks.find(({ key }) => key === role).state === 'done'
    return h('button', {
      type: 'button',
      class: done ? 'button' : 'button button-primary',
      testid: `setup-account-${role}`,
      text: t(done ? 'setup.haveAccount' : 'setup.makeAccount', { role: t(`accounts.role.${role}`) }),
      on: { click: () => openAccount(role, places) },
    })
  }
  return step(
    2,
    'setup.accounts',
    t('setup.accountsLead'),
    h('div', { class: 'actions' }, FIRST_ROLES.map(button)),
    h('p', {}, h('a', { href: '/settings/accounts', text: t('setup.allAccounts') })),
  )
}

async function openAccount(role, places) {
  typing = true
  const { roles, extraRights } = await loadAccounts()
  openAccountForm(
    {
      t,
      format,
      roles,
      extraRights,
      search: searchUnits,
      preset: { role, units: places.map(({ id, fullName }) => ({ id, fullName })) },
      async save(draft) {
        await renewCsrf()
        return createAccount(draft)
      },
      async onSaved({ account, password }) {
        await show()
        openSecret(
          { t },
          {
            title: t('accounts.passwordOf', { name: account.username }),
            text: t('accounts.passwordText'),
            secret: password,
            onClose() {
              say(t('accounts.saved', { name: account.username }))
              document.querySelector(`[data-testid="setup-account-${role}"]`)?.focus()
            },
          },
        )
      },
      onClose() {
        typing = false
      },
    },
    null,
  )
}

function boundariesStep({ places }) {
  const missing = places.flatMap(({ withoutBoundary }) => withoutBoundary)
  const count = places.reduce((sum, { communes, communesWithBoundary }) => sum + communes - communesWithBoundary, 0)
  const have = places.reduce((sum, { communesWithBoundary }) => sum + communesWithBoundary, 0)
  const names = missing.join(', ')
  return step(
    3,
    'setup.boundaries',
    t('setup.boundariesHave', { have: format.count(have), of: format.count(have + count) }),
    count > 0 && [
      h('p', {
        testid: 'setup-missing',
        text: t('setup.boundariesMissing', {
          names: count > missing.length ? t('setup.boundariesMore', { names, count: format.count(count - missing.length) }) : names,
        }),
      }),
      h('p', { text: t('setup.boundariesHow') }),
    ],
    h('p', { text: t('setup.areasHow') }),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', testid: 'setup-copy', text: t('setup.copyLink'), on: { click: copy } })),
  )
}

async function copy() {
  const address = window.location.origin + IMPORT
  try {
    await navigator.clipboard.writeText(address)
    say(t('setup.copied'))
  } catch {
    // Without HTTPS there is no clipboard for pages.
    say(t('setup.selected', { address }))
  }
}

function registerStep({ places }) {
  const keep = (place) => async (since) => {
    await renewCsrf()
    draw(await saveRegister(place.id, since))
    say(t('setup.savedRegister', { name: place.fullName }))
  }
  return step(
    4,
    'setup.register',
    t('setup.registerLead'),
    places.map((place) => setupRegister({ t, format, save: keep(place) }, place)),
  )
}

function say(text) {
  byId('said').textContent = text
}

show()
