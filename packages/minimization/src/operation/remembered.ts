type Memory<Value> = {
  readonly map: Map<string, Value>;
  readonly key: string;
  readonly limit: number;
  readonly make: () => Value;
};

/** The value at the key, made when it is not there. Of more than `limit`, the least recently asked is forgotten. */
export function remembered<Value>({ map, key, limit, make }: Memory<Value>): Value {
  const found = map.get(key);
  const value = found ?? make();
  // A Map keeps the order of insertion: to put a key last is to have asked for it last.
  if (found !== undefined) map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= limit) break;
    map.delete(oldest);
  }
  return value;
}
