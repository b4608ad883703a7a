import { h } from './dom.js'

/** Hands a file to the browser's downloads. @param {{blob: Blob, fileName: string}} file */
export function saveFile({ blob, fileName }) {
  const address = URL.createObjectURL(blob)
  const link = h('a', { href: address, download: fileName, hidden: true })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
