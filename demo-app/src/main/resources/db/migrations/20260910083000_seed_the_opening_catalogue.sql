-- SPDX-License-Identifier: Apache-2.0

-- revision: de1c32f1ba5c
-- down_revision: 0b898aa9f2e6
-- message: seed the opening catalogue
-- created: 2026-09-10T08:30:00Z

-- migrate: upgrade
INSERT INTO products (sku, name, price)
VALUES ('RETORT-250', 'Retort, borosilicate glass, 250 ml', 34.90),
       ('RETORT-500', 'Retort, borosilicate glass, 500 ml', 48.50),
       ('STAND-70', 'Retort stand with base, 70 cm', 27.00),
       ('CLAMP-3', 'Three-prong clamp', 12.80),
       ('BURNER-B', 'Bunsen burner', 41.20)
ON CONFLICT (sku) DO NOTHING;

INSERT INTO stock_movements (product_id, quantity, reason, note, occurred_at)
SELECT id, 40, 'DELIVERY', 'opening stock', '2026-09-10T08:30:00Z'
FROM products
WHERE sku IN ('RETORT-250', 'RETORT-500', 'STAND-70', 'CLAMP-3', 'BURNER-B');

-- migrate: downgrade
DELETE FROM stock_movements WHERE note = 'opening stock';

-- What was sold or moved since then stays; so do its products.
DELETE FROM products p
WHERE p.sku IN ('RETORT-250', 'RETORT-500', 'STAND-70', 'CLAMP-3', 'BURNER-B')
  AND NOT EXISTS (SELECT FROM order_lines l WHERE l.product_id = p.id)
  AND NOT EXISTS (SELECT FROM stock_movements m WHERE m.product_id = p.id);
