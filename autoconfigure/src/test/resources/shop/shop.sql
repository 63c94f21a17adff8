-- V1__master_data.sql
CREATE TABLE country (code char(2) PRIMARY KEY, name varchar(100) NOT NULL);
CREATE TABLE currency (code char(3) PRIMARY KEY, name varchar(80) NOT NULL, digits smallint NOT NULL DEFAULT 2);
INSERT INTO country VALUES ('DE', 'Germany'), ('FR', 'France');
INSERT INTO currency VALUES ('EUR', 'Euro', 2);
CREATE TABLE address (
    id bigserial PRIMARY KEY,
    street varchar(200) NOT NULL,
    city varchar(100) NOT NULL,
    postcode varchar(20),
    country_code char(2) NOT NULL REFERENCES country (code)
);
CREATE TABLE customer (
    id bigserial PRIMARY KEY,
    email varchar(255) NOT NULL CONSTRAINT uq_customer_email UNIQUE,
    display_name varchar(120),
    billing_address_id bigint CONSTRAINT fk_customer_billing REFERENCES address (id) ON DELETE SET NULL,
    shipping_address_id bigint CONSTRAINT fk_customer_shipping REFERENCES address (id) ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    active boolean NOT NULL DEFAULT true,
    CONSTRAINT ck_customer_email CHECK (email LIKE '%@%')
);
CREATE INDEX ix_customer_name ON customer (lower(display_name));
-- V2__catalog.sql
CREATE TABLE category (id bigserial PRIMARY KEY, name varchar(80) NOT NULL, parent_id bigint REFERENCES category (id));
CREATE TABLE brand (id bigserial PRIMARY KEY, name varchar(80) NOT NULL UNIQUE);
CREATE TABLE tag (id bigserial PRIMARY KEY, name varchar(50) NOT NULL UNIQUE);
CREATE TABLE product (
    id bigserial PRIMARY KEY,
    sku varchar(40) NOT NULL UNIQUE,
    title text NOT NULL,
    description text,
    brand_id bigint REFERENCES brand (id),
    version integer NOT NULL DEFAULT 0,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED
);
CREATE INDEX ix_product_search ON product USING gin (search);
CREATE INDEX ix_product_brand ON product (brand_id);
CREATE TABLE product_categories (
    product_id bigint NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    categories_id bigint NOT NULL REFERENCES category (id) ON DELETE CASCADE,
    PRIMARY KEY (product_id, categories_id)
);
CREATE TABLE product_tags (
    product_id bigint NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    tags_id bigint NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (product_id, tags_id)
);
CREATE TABLE product_image (
    id bigserial PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    path varchar(500) NOT NULL,
    position integer NOT NULL DEFAULT 0
);
CREATE TABLE product_variant (
    id bigserial PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    color varchar(30),
    size_label varchar(10),
    UNIQUE (product_id, color, size_label)
);
CREATE TABLE price (
    id bigserial PRIMARY KEY,
    variant_id bigint NOT NULL REFERENCES product_variant (id) ON DELETE CASCADE,
    currency_code char(3) NOT NULL REFERENCES currency (code),
    amount numeric(10, 2) NOT NULL CHECK (amount >= 0),
    valid_from date NOT NULL DEFAULT current_date,
    UNIQUE (variant_id, currency_code, valid_from)
);
-- V3__stock.sql
CREATE TABLE warehouse (id bigserial PRIMARY KEY, name varchar(80) NOT NULL UNIQUE, address_id bigint REFERENCES address (id));
CREATE TABLE stock_item (
    id bigserial PRIMARY KEY,
    warehouse_id bigint NOT NULL REFERENCES warehouse (id),
    variant_id bigint NOT NULL REFERENCES product_variant (id),
    quantity integer NOT NULL DEFAULT 0 CHECK (quantity >= 0),
    UNIQUE (warehouse_id, variant_id)
);
CREATE TABLE stock_movement (
    id bigserial PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES stock_item (id) ON DELETE CASCADE,
    delta integer NOT NULL,
    kind varchar(20) NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_stock_movement_item ON stock_movement (item_id, moved_at DESC);
-- V4__purchasing.sql
CREATE TABLE supplier (id bigserial PRIMARY KEY, name varchar(120) NOT NULL, contact varchar(200), rating numeric(3, 2));
CREATE TABLE purchase_order (
    id bigserial PRIMARY KEY,
    supplier_id bigint NOT NULL REFERENCES supplier (id),
    ordered_on date NOT NULL DEFAULT current_date,
    state varchar(20) NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'SENT', 'DONE'))
);
CREATE TABLE purchase_line (
    id bigserial PRIMARY KEY,
    purchase_order_id bigint NOT NULL REFERENCES purchase_order (id) ON DELETE CASCADE,
    variant_id bigint NOT NULL REFERENCES product_variant (id),
    quantity integer NOT NULL CHECK (quantity > 0)
);
-- V5__orders.sql
CREATE TABLE voucher (id bigserial PRIMARY KEY, code varchar(30) NOT NULL UNIQUE, percent numeric(5, 2) NOT NULL, expires_on date);
CREATE TABLE cart (id bigserial PRIMARY KEY, customer_id bigint REFERENCES customer (id) ON DELETE CASCADE, updated_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE cart_item (
    id bigserial PRIMARY KEY,
    cart_id bigint NOT NULL REFERENCES cart (id) ON DELETE CASCADE,
    variant_id bigint NOT NULL REFERENCES product_variant (id),
    quantity integer NOT NULL DEFAULT 1,
    UNIQUE (cart_id, variant_id)
);
CREATE TABLE sales_order (
    id bigserial PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer (id),
    number varchar(20) NOT NULL UNIQUE,
    state varchar(20) NOT NULL DEFAULT 'NEW',
    placed_at timestamptz NOT NULL DEFAULT now(),
    total numeric(14, 2),
    note text
);
CREATE INDEX ix_sales_order_customer ON sales_order (customer_id, placed_at DESC);
CREATE INDEX ix_sales_order_open ON sales_order (placed_at) WHERE state = 'NEW';
CREATE TABLE order_line (
    id bigserial PRIMARY KEY,
    sales_order_id bigint NOT NULL REFERENCES sales_order (id) ON DELETE CASCADE,
    variant_id bigint NOT NULL REFERENCES product_variant (id),
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price numeric(12, 2) NOT NULL
);
CREATE TABLE payment (
    id bigserial PRIMARY KEY,
    sales_order_id bigint NOT NULL REFERENCES sales_order (id),
    amount numeric(14, 2) NOT NULL,
    reference uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    paid_at timestamp
);
CREATE TABLE refund (id bigserial PRIMARY KEY, payment_id bigint NOT NULL REFERENCES payment (id), amount numeric(14, 2) NOT NULL, reason varchar(500));
-- V6__shipping.sql
CREATE TABLE carrier (id bigserial PRIMARY KEY, name varchar(80) NOT NULL UNIQUE, tracking_url varchar(500));
CREATE TABLE shipment (
    id bigserial PRIMARY KEY,
    sales_order_id bigint NOT NULL REFERENCES sales_order (id),
    carrier_id bigint REFERENCES carrier (id),
    tracking_number varchar(60),
    shipped_at timestamptz
);
CREATE TABLE shipment_item (
    id bigserial PRIMARY KEY,
    shipment_id bigint NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
    order_line_id bigint NOT NULL REFERENCES order_line (id),
    quantity integer NOT NULL
);
-- V7__reviews_and_audit.sql
CREATE TABLE review (
    id bigserial PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    customer_id bigint NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    text text,
    UNIQUE (product_id, customer_id)
);
CREATE TABLE audit_entry (id bigserial PRIMARY KEY, action varchar(100) NOT NULL, details jsonb, at timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION note_order() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN INSERT INTO audit_entry (action) VALUES (TG_OP); RETURN NEW; END';
CREATE TRIGGER sales_order_noted AFTER INSERT OR UPDATE ON sales_order FOR EACH ROW EXECUTE FUNCTION note_order();
-- V8__reports.sql
CREATE VIEW sales_per_day AS
    SELECT placed_at::date AS day, count(*) AS orders, sum(total) AS total FROM sales_order GROUP BY 1;
CREATE TABLE import_run (id bigserial PRIMARY KEY, source varchar(200), rows integer, at timestamptz DEFAULT now());
CREATE TABLE legacy_customer (old_number integer PRIMARY KEY, customer_id bigint REFERENCES customer (id));
CREATE MATERIALIZED VIEW best_sellers AS SELECT variant_id, sum(quantity) AS sold FROM order_line GROUP BY 1;
-- the other tool's table
CREATE TABLE flyway_schema_history (
    installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
    script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL,
    installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL, success boolean NOT NULL
);
