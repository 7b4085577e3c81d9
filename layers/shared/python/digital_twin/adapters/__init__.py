"""One vendor thing a module: ports implemented over SDKs, vendor errors translated. Named only by `bootstrap`."""
