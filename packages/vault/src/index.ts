export { createVault, type Vault, type VaultOptions } from "./create-vault.ts";
export type { Address } from "./address.ts";
export type { KeyProvider } from "./key-provider.ts";
export { fileKeyProvider } from "./file-key-provider.ts";
export { createKeyFile, rotateKeyFile } from "./key-file.ts";
export { CiphertextInvalid } from "./ciphertext-invalid.ts";
export { SubjectErased } from "./subject-erased.ts";
export { rewrap } from "./rewrap.ts";
