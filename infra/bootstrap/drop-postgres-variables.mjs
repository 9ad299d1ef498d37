/** Takes the PG* variables of the developer away: PGSSLMODE, PGOPTIONS and others would change our own connections. */
export function dropPostgresVariables(env) {
  for (const name of Object.keys(env)) if (/^PG[A-Z]/.test(name)) delete env[name];
}
