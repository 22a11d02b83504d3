// The preview’s client.
