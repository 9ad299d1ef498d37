export function dropPostgresVariables(env: NodeJS.ProcessEnv): void;
