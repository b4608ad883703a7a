import { openDialog } from './dialog.js'
import { h } from './dom.js'
import { icon } from './icons.js'

/**
 * Signing out while marks wait on this device.
 * @returns {Promise<'keep'|'discard'|null>} null: the person stays
 */
export function askBeforeSignOut({ t, format, count, onSave }) {
  return new Promise((resolve) => {
    let choice = null
    const pick = (value) => () => {
      choice = value
      dialog.close()
    }
    const sure = h('input', { type: 'checkbox', class: 'switch', testid: 'sign-out-sure', on: { change: toggle } })
    const discard = h('button', {
      type: 'button',
      class: 'button button-danger',
      testid: 'sign-out-discard',
      disabled: true,
      text: t('signOut.discard'),
      on: { click: pick('discard') },
    })
    function toggle() {
      discard.disabled = !sure.checked
    }
    const dialog = openDialog(
      { title: t('signOut.title'), t, testid: 'sign-out-dialog', onClose: () => resolve(choice) },
      h(
        'p',
        { class: 'notice notice-error' },
        icon('warning'),
        h('span', { text: t('signOut.text', { count: format.count(count) }) }),
      ),
      h('button', {
        type: 'button',
        class: 'button button-primary button-large',
        testid: 'sign-out-stay',
        text: t('signOut.stay'),
        on: { click: pick(null) },
      }),
      h('button', {
        type: 'button',
        class: 'button',
        testid: 'sign-out-keep',
        text: t('signOut.keep'),
        on: { click: pick('keep') },
      }),
      h('p', { class: 'hint', text: t('signOut.keepHint') }),
      h('button', { type: 'button', class: 'button', text: t('queue.saveFile'), on: { click: onSave } }),
      h('p', { class: 'hint', text: t('queue.saveWarning') }),
      h('label', { class: 'layer' }, h('span', { class: 'layer-name', text: t('signOut.sure') }), sure),
      discard,
    )
  })
}
