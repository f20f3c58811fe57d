package dev.standfirst.access;

import io.quarkus.test.junit.QuarkusTest;

/** With keys. */
@QuarkusTest
class AccessMatrixTest extends AccessMatrix {}
