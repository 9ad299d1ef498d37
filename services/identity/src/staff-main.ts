import { PrismaPg } from "@prisma/adapter-pg";
import { DomainError } from "@tidbok/domain";
import { createPool } from "@tidbok/service";
import { createVault, fileKeyProvider } from "@tidbok/vault";
import {
  endStaff,
  enrolStaff,
  enrolStaffAgain,
  type Operating,
} from "./support/actions/enrol-staff.ts";
import { createLinks } from "./accounts/adapters/links.ts";
import { readConfig } from "./config.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { createStore } from "./store/index.ts";

const usage = `Support agents, by an operator with the environment of this service:
  staff-main.ts enrol <name>        makes an agent; prints the link for their device, valid once and for a day
  staff-main.ts enrol-again <id>    ends the agent's passkeys and sessions; prints a new link
  staff-main.ts dismiss <id>        ends the agent's links, passkeys and sessions, until enrolled again`;

const commands: Readonly<Record<string, (operating: Operating, of: string) => Promise<unknown>>> = {
  enrol: (operating, name) => enrolStaff(operating, { name }),
  "enrol-again": enrolStaffAgain,
  dismiss: async (operating, staffId) => {
    await endStaff(operating, staffId);
    return { staffId };
  },
};

const [name = "", of] = process.argv.slice(2);
const command = commands[name];
if (!command || of === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const { databaseUrl, keysDatabaseUrl, kekFile, blindIndexKey, linkSecret, publicUrl } =
    readConfig(process.env);
  const pools = [createPool(databaseUrl), createPool(keysDatabaseUrl)] as const;
  const prisma = new PrismaClient({ adapter: new PrismaPg(pools[0]) });
  const vault = createVault({
    pool: pools[1],
    keyProvider: await fileKeyProvider(kekFile),
    blindIndexKey: Buffer.from(blindIndexKey, "base64"),
  });
  const store = createStore(prisma, vault);
  const links = createLinks({ secret: linkSecret, publicUrl });
  try {
    console.log(
      JSON.stringify(await command({ store, links, now: Date.now(), traceparent: null }, of)),
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await prisma.$disconnect();
    for (const pool of pools) await pool.end();
  }
}
