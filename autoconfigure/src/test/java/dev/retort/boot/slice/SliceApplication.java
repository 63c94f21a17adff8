/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.slice;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The application of the test slices. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SliceApplication {}
