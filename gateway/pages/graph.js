// Asks the graph from a page. Rejects with an error that has the answer's stable `code`.
export async function ask(query, { variables = {}, token } = {}) {
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (!errors) return data;
  throw Object.assign(new Error(errors[0].message), { code: errors[0].extensions?.code });
}

// The secret of the link, which stands behind the # and never leaves with an address.
export function linkToken() {
  return location.hash.slice(1);
}
