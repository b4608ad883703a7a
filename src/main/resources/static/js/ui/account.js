import { openDialog } from './dialog.js'
import { byId, field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { openOwnAccess } from './ownaccess.js'
import { openSecondFactor } from './secondfactor.js'

const SHORTEST_PASSWORD = 12

/**
 * Menu of the account: who, language, password, sign out.
 * @param {object} options t, format, lang, session, messages, changePassword;
 *   onExport: null for accounts without that right (phones have no room for its own button); mustChange: the first password has to go; mustSetFactor: a second factor has to be set up;
 *   movementAddress: the page of the movement for the place and period on view; onSignOut: marks may still wait on this device
 */
export function createAccountMenu({ t, format, lang, session, messages, changePassword, onExport, movementAddress, mustChange, mustSetFactor, onSignOut }) {
  const host = byId('account')
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button account-button',
      testid: 'account-button',
      'aria-expanded': 'false',
      'aria-controls': 'account-popup',
      'aria-label': t('account.button', { name: session.displayName }),
      on: { click: () => toggle(popup.hidden) },
    },
    icon('user'),
    h('span', { class: 'account-name', text: session.displayName }),
  )
  const popup = h('div', { class: 'popup account-popup', id: 'account-popup', hidden: true })
  const roles = session.roles.map((role) => t(`role.${role}`)).join(', ')
  fill(host, button, popup)
  host.addEventListener('keydown', (event) => event.key === 'Escape' && (toggle(false), button.focus()))
  document.addEventListener('pointerdown', (event) => !host.contains(event.target) && toggle(false))

  function toggle(open) {
    if (open) build()
    popup.hidden = !open
    button.setAttribute('aria-expanded', String(open))
  }

  /** What opens gives the focus back to the button, since the menu is closed by then. */
  function leaveFor(action) {
    toggle(false)
    button.focus()
    action()
  }

  function languageLink(code) {
    const address = new URL(window.location.href)
    address.searchParams.set('lang', code)
    return h('a', {
      class: 'chip',
      href: address.pathname + address.search,
      lang: code,
      hreflang: code,
      testid: `lang-${code}`,
      'aria-current': lang === code ? 'true' : false,
      text: code === 'vi' ? 'Tiếng Việt' : 'English',
    })
  }

  function build() {
    fill(
      popup,
      h(
        'p',
        { class: 'account-who' },
        h('strong', { text: session.displayName }),
        h('span', { class: 'muted', text: `${roles} · ${session.username}` }),
      ),
      h('p', { class: 'muted', text: session.places.map((place) => place.fullName ?? place.name).join('; ') }),
      h(
        'div',
        { class: 'chips', role: 'group', 'aria-label': t('account.language') },
        languageLink('vi'),
        languageLink('en'),
      ),
      onExport &&
        h('button', {
          type: 'button',
          class: 'menu-button phone-only',
          testid: 'export-open-menu',
          text: t('export.title'),
          on: { click: () => leaveFor(onExport) },
        }),
      session.rights.readMap && [
        h('a', { class: 'menu-button', href: '/overview', testid: 'overview-open', text: t('overview.link') }),
        h('a', { class: 'menu-button', href: '/density', testid: 'density-page', text: t('account.density') }),
        h('a', { class: 'menu-button', href: '/safety', testid: 'safety-page', text: t('account.safety') }),
        h('a', { class: 'menu-button', href: '/safety/organizations', testid: 'organizations-page', text: t('account.organizations') }),
        h('a', { class: 'menu-button', href: movementAddress(), testid: 'movement-page', text: t('account.movement') }),
      ],
      session.rights.changeBoundaries && [
        h('a', { class: 'menu-button', href: '/import', testid: 'import-page', text: t('account.import') }),
        h('a', { class: 'menu-button', href: '/boundaries', testid: 'boundaries-page', text: t('account.boundaries') }),
      ],
      session.roles.includes('ADMINISTRATOR') && [
        h('a', { class: 'menu-button', href: '/setup', testid: 'setup-open', text: t('account.setup') }),
        h('a', { class: 'menu-button', href: '/settings/accounts', testid: 'accounts-open', text: t('account.accounts') }),
        h('a', { class: 'menu-button', href: '/settings/status', testid: 'status-open', text: t('account.status') }),
        h('a', { class: 'menu-button', href: '/audit', testid: 'audit-open', text: t('account.audit') }),
        h('a', {
          class: 'menu-button',
          href: '/settings/categories',
          testid: 'categories-open',
          text: t('account.categories'),
        }),
        h('a', { class: 'menu-button', href: '/settings/movement', testid: 'kinds-open', text: t('account.kinds') }),
        h('a', { class: 'menu-button', href: '/settings/criteria', testid: 'criteria-settings-open', text: t('account.criteria') }),
      ],
      h('button', {
        type: 'button',
        class: 'menu-button',
        testid: 'password-open',
        text: t('account.password'),
        on: { click: () => leaveFor(passwordDialog) },
      }),
      session.features.secondFactor &&
        h('button', {
          type: 'button',
          class: 'menu-button',
          testid: 'factor-open',
          text: t('factor.title'),
          on: { click: () => leaveFor(() => openSecondFactor({ t, format, username: session.username })) },
        }),
      h('button', {
        type: 'button',
        class: 'menu-button',
        testid: 'access-open',
        text: t('account.access'),
        on: { click: () => leaveFor(() => openOwnAccess({ t, format, username: session.username })) },
      }),
      h('button', {
        type: 'button',
        class: 'menu-button',
        testid: 'sign-out',
        text: t('account.signOut'),
        on: { click: () => leaveFor(onSignOut) },
      }),
    )
  }

  function passwordDialog(reason = null) {
    const current = h('input', {
      type: 'password',
      autocomplete: 'current-password',
      required: true,
      testid: 'password-current',
    })
    const next = h('input', {
      type: 'password',
      autocomplete: 'new-password',
      required: true,
      minlength: String(SHORTEST_PASSWORD),
      testid: 'password-new',
    })
    const again = h('input', {
      type: 'password',
      autocomplete: 'new-password',
      required: true,
      testid: 'password-again',
    })
    const shown = h('input', {
      type: 'checkbox',
      testid: 'password-show',
      on: { change: () => [current, next, again].forEach((input) => (input.type = shown.checked ? 'text' : 'password')) },
    })
    const keepTokens = h('input', { type: 'checkbox', testid: 'password-keep-tokens' })
    const problem = h('div')
    async function submit(event) {
      event.preventDefault()
      if (next.value !== again.value)
        return fill(problem, h('p', { class: 'hint hint-error', role: 'alert', text: t('account.mismatch') }))
      try {
        await changePassword(current.value, next.value, keepTokens.checked)
        dialog.close()
        messages.success(t('account.changed'))
        // Everything but this was closed until now: what the page could not load, it loads now.
        if (mustChange) window.location.assign('/')
      } catch (error) {
        fill(problem, problemBox(error, t))
      }
    }
    const dialog = openDialog(
      { title: t('account.password'), t, testid: 'password-dialog' },
      reason && h('p', { class: 'notice notice-info' }, icon('info'), h('span', { text: reason })),
      h(
        'form',
        { class: 'stack', on: { submit } },
        field(t('account.current'), current),
        field(t('account.new'), next, { hint: t('account.newHint', { count: SHORTEST_PASSWORD }) }),
        field(t('account.again'), again),
        h('label', { class: 'check' }, shown, h('span', { text: t('account.show') })),
        // Who has a first password has no codes yet.
        !mustChange && [
          h('p', { class: 'muted', text: t('account.endsElsewhere') }),
          h('label', { class: 'check' }, keepTokens, h('span', { text: t('account.keepTokens') })),
        ],
        problem,
        h(
          'div',
          { class: 'actions' },
          h('button', {
            type: 'submit',
            class: 'button button-primary',
            testid: 'password-save',
            text: t('account.save'),
          }),
        ),
      ),
    )
  }

  if (mustChange) passwordDialog(t('account.mustChange'))
  else if (mustSetFactor)
    openSecondFactor({ t, format, username: session.username, reason: t('factor.must'), onSet: () => window.location.assign('/') })
}
