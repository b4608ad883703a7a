import { openDialog } from './dialog.js'
import { h } from './dom.js'

/** Asks before a drawing that is not saved is dropped. @param {{t: Function, onDrop: () => void}} options */
export function askToDrop({ t, onDrop }) {
  const button = (testid, kind, text, run) =>
    h('button', { type: 'button', class: `button ${kind}`, testid, text, on: { click: () => (dialog.close(), run()) } })
  const dialog = openDialog(
    { title: t('draw.leaveTitle'), t, testid: 'draw-leave' },
    h('p', { text: t('draw.leaveText') }),
    h(
      'div',
      { class: 'actions' },
      button('draw-stay', '', t('draw.stay'), () => {}),
      button('draw-drop', 'button-danger', t('draw.drop'), onDrop),
    ),
  )
}
