import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, test } from '../fixtures'
import { doMainJob } from '../doMainJob'

/** Packets that were sent to anywhere but this machine. */
function packetsOut(): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((text) => text.trim().startsWith('out0:'))
  const counts = line?.split(':')[1]?.trim().split(/\s+/)
  return Number(counts?.[9])
}

test('the whole job sends not one packet', async ({ desk }) => {
  const laptop = await desk.laptop('laptop')
  await doMainJob(laptop, desk.root, await desk.folder('team'))
  expect(await laptop.quit()).toBe(0)
  expect(packetsOut()).toBe(0)
})

test('one attempt to reach a host would have been counted', async () => {
  const socket = connect(80, '198.51.100.7')
  socket.on('error', () => undefined)
  await expect.poll(packetsOut).toBeGreaterThan(0)
  socket.destroy()
})
