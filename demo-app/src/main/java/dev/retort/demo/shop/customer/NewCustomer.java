/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.customer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A customer as a client sends it. */
record NewCustomer(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Email @Size(max = 254) String email) {}
