fn ok() {}
